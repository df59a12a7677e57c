import type { DetailOf } from '#renderer/api/records.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { warningMessage } from '../record-area/field-problem.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './placement-notice.module.css';

type Props = { readonly detail: DetailOf<'placements'>; readonly tools: Tools };

const beforeStart: readonly string[] = ['planned', 'offered', 'confirmed', 'ordered'];

/** What the officer should know before anything else: doubts, what is missing before the start, the load of people, the other parts. */
export function PlacementNotice({ detail, tools }: Props) {
  const placement = detail;
  const { t, word, locale } = tools;
  const missing = beforeStart.includes(placement.state) ? placement.checklist.filter(({ done }) => !done) : [];
  const load = [
    ...(placement.mentorLoad > 1 ? [t('placements.checklist.mentorLoad', { count: placement.mentorLoad })] : []),
    ...(placement.supervisorLoad > 1
      ? [t('placements.checklist.supervisorLoad', { count: placement.supervisorLoad })]
      : []),
  ];
  if (placement.warnings.length + missing.length + load.length + placement.parts.length === 0) return null;
  return (
    <div className={styles['notice']}>
      {placement.warnings.map(code => (
        <p key={code} data-tone="warning">
          {warningMessage(tools, code)}
        </p>
      ))}
      {missing.length > 0 && (
        <p data-tone="warning">
          {t('placements.checklist.missing', {
            items: locale.list(missing.map(({ item }) => word(`states.checklist.${item}`))),
          })}
        </p>
      )}
      {load.length > 0 && <p>{load.join(' · ')}</p>}
      {placement.parts.length > 0 && (
        <p>
          {t('placements.split.parts')}:{' '}
          {placement.parts.map((part, index) => (
            <span key={part.id}>
              {index > 0 && ' · '}
              {part.id === placement.id ? (
                part.firmName
              ) : (
                <RecordLink name="placements" id={part.id}>
                  {part.firmName}
                </RecordLink>
              )}{' '}
              {locale.percent(part.sharePercent / 100, Number.isInteger(part.sharePercent) ? 0 : 2)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
