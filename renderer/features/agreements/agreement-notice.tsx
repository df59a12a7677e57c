import type { DetailOf } from '#renderer/api/records.ts';
import type { TermPart } from '#shared/domain/effective.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './agreements.module.css';
import { termText } from './term-text.ts';

type Props = { readonly detail: DetailOf<'agreements'>; readonly tools: Tools };

/** Above the facts: what an amendment has changed since, and by what the agreement is continued. */
export function AgreementNotice({ detail, tools }: Props) {
  const { t } = tools;
  const { effective, renewals } = detail;
  const parts: readonly (readonly [TermPart, unknown, unknown])[] = [
    ['startsOn', effective.startsOn, detail.startsOn],
    ['endsOn', effective.endsOn, detail.endsOn],
    ['places', effective.places, detail.places],
    ['signatoryId', effective.signatoryName, detail.signatoryName],
    ['terminatedOn', effective.terminatedOn, detail.stage === 'terminated' ? detail.terminatedOn : null],
  ];
  const changed = parts.filter(([, now, first]) => now !== first);
  if (changed.length === 0 && renewals.length === 0) return null;
  return (
    <div className={styles['notice']}>
      {changed.length > 0 && <strong>{t('relations.termsAmended')}</strong>}
      {changed.map(([part, now]) => (
        <span key={part}>{`${t(`fields.amendment.${part}`)}: ${termText(tools, part, now)}`}</span>
      ))}
      {renewals.map(renewal => (
        <RecordLink key={renewal.id} name="agreements" id={renewal.id}>
          {t('relations.renewedBy', { number: renewal.number })}
        </RecordLink>
      ))}
    </div>
  );
}
