import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { Tools } from '../../record-area/descriptor.ts';
import { DistancesEditor } from '../../settings/distances-editor.tsx';
import styles from './match.module.css';

type Suggested = Output<'placements.suggest'>['students'][number];
export type Suggestion = Suggested['suggestions'][number];
type Reason = { readonly good: boolean; readonly text: string };

/** Why a firm was suggested, in words: what speaks for it and what does not. */
export function reasonsOf(suggestion: Suggestion, { t }: Tools): readonly Reason[] {
  const { agreement, free, places, history, hired, km, town } = suggestion;
  const number = suggestion.agreementNumber ?? '';
  const where = town ?? '';
  return [
    agreement === 'none'
      ? { good: false, text: t('placements.match.noAgreement') }
      : { good: true, text: t(`placements.match.${agreement}`, { number }) },
    ...(agreement === 'none'
      ? []
      : free === null
        ? [{ good: false, text: t('placements.match.freeUnknown') }]
        : free > 0
          ? [{ good: true, text: t('placements.match.free', { free, places: places ?? free }) }]
          : [{ good: false, text: t('placements.match.full', { places: places ?? 0 }) }]),
    history === 0
      ? { good: false, text: t('placements.match.noHistory') }
      : { good: true, text: t('placements.match.history', { count: history, hired: hired === 0 ? '' : hired }) },
    km === null
      ? { good: false, text: t('placements.match.kmUnknown', { town: where }) }
      : km === 0
        ? { good: true, text: t('placements.match.sameTown', { town: where }) }
        : { good: km <= 50, text: t('placements.match.km', { km, town: where }) },
  ];
}

type Props = {
  readonly studentIds: readonly string[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly tools: Tools;
  /** What was chosen, by student. */
  readonly onTake: (chosen: ReadonlyMap<string, Suggestion>) => void;
  readonly onClose: () => void;
};

/** «Who fits where»: a firm for each student with the reasons; what is taken goes into the grid, nothing is saved yet. */
export function MatchDialog({ studentIds, startsOn, endsOn, tools, onTake, onClose }: Props) {
  const { t } = tools;
  const answer = useQuery('placements.suggest', { studentIds: [...studentIds], startsOn, endsOn });
  const settings = useQuery('settings.get', {});
  const [chosen, setChosen] = useState<Readonly<Record<string, number | null>>>({});
  const [asking, setAsking] = useState(false);
  const students = answer.data?.students ?? [];
  const indexOf = (student: Suggested): number | null => {
    const own = chosen[student.studentId];
    return own === undefined ? student.offered : own;
  };
  const taken = new Map(
    students.flatMap(student => {
      const suggestion = student.suggestions[indexOf(student) ?? -1];
      return suggestion ? [[student.studentId, suggestion] as const] : [];
    }),
  );
  const unknown = answer.data?.unknownDistances ?? [];
  return (
    <Dialog title={t('placements.match.title')} size={920} onClose={onClose}>
      <p className={styles['quiet']}>{t('placements.match.help')}</p>
      {answer.problem && <ErrorNotice problem={answer.problem} onRetry={answer.refresh} />}
      {!answer.problem && answer.data === undefined && <Skeleton rows={Math.min(studentIds.length, 20)} />}
      {unknown.length > 0 && settings.data && (
        <div className={styles['unknown']}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={asking}
            onClick={() => setAsking(present => !present)}
          >
            {t('placements.match.unknown', { count: unknown.length })}
          </Button>
          {asking && <DistancesEditor settings={settings.data} asked={unknown} onSaved={() => setAsking(false)} />}
        </div>
      )}
      <ul className={styles['students']}>
        {students.map(student => (
          <Line
            key={student.studentId}
            student={student}
            index={indexOf(student)}
            tools={tools}
            onChoose={index => setChosen(present => ({ ...present, [student.studentId]: index }))}
          />
        ))}
      </ul>
      <div className={styles['actions']}>
        <span aria-live="polite">{t('placements.match.chosen', { count: taken.size, of: students.length })}</span>
        <span className={styles['space']} />
        <Button variant="default" onClick={onClose}>
          {t('records.cancel')}
        </Button>
        <Button disabled={taken.size === 0 || answer.previous} onClick={() => onTake(taken)}>
          {t('placements.match.take')}
        </Button>
      </div>
    </Dialog>
  );
}

type LineProps = {
  readonly student: Suggested;
  readonly index: number | null;
  readonly tools: Tools;
  readonly onChoose: (index: number | null) => void;
};

function Line({ student, index, tools, onChoose }: LineProps) {
  const { t } = tools;
  const suggestion = index === null ? undefined : student.suggestions[index];
  const facts = [student.groupCode, student.specialtyCode, student.town].filter(Boolean).join(' · ');
  return (
    <li>
      <div className={styles['student']}>
        <span className={styles['name']}>{student.name}</span>
        <span className={styles['quiet']}>{facts}</span>
        {student.placed && <span data-tone="warning">{t('placements.match.placed')}</span>}
      </div>
      {student.suggestions.length === 0 ? (
        <p className={styles['quiet']}>{t('placements.match.nobody')}</p>
      ) : (
        <div className={styles['choice']}>
          <Select
            aria-label={t('placements.match.firmFor', { name: student.name })}
            data={student.suggestions.map((known, at) => ({
              value: String(at),
              label: t('placements.match.option', {
                score: known.score,
                firm: known.firmName,
                site: known.siteName ?? '',
              }),
            }))}
            value={index === null ? null : String(index)}
            placeholder={t('placements.match.none')}
            clearable
            clearButtonProps={{ 'aria-label': t('records.clear') }}
            comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: true }}
            onChange={value => onChoose(value === null ? null : Number(value))}
          />
          {suggestion && (
            <ul className={styles['reasons']} aria-label={t('placements.match.reasons')}>
              {reasonsOf(suggestion, tools).map(({ good, text }) => (
                <li key={text} data-tone={good ? 'positive' : 'doubt'}>
                  {text}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </li>
  );
}
