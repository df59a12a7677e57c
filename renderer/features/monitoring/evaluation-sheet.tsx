import { useMemo } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { EvaluationSide } from '#shared/contract/monitoring.ts';
import type { RowNote, SheetColumn } from '../placements/group/sheet-row.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import { type StoredLine, useEnteredSheet } from './entered.ts';
import { EntrySheet } from './entry-sheet.tsx';
import { readEvaluation } from './evaluation-rows.ts';
import styles from './monitoring.module.css';
import { useCriteria } from './use-criteria.ts';

type Props = {
  readonly placementIds: readonly string[];
  readonly side: EvaluationSide;
  readonly evaluatedOn: string;
  readonly tools: Tools;
};

type Line = Output<'evaluations.sheet'>[number];

/** The table of scores: a line per placement, a column per criterion. */
export function EvaluationSheet(props: Props) {
  const { placementIds, side, evaluatedOn, tools } = props;
  const query = useQuery('evaluations.sheet', { placementIds: [...placementIds], side, evaluatedOn });
  if (query.problem) return <ErrorNotice problem={query.problem} onRetry={query.refresh} />;
  if (!query.data || query.previous) return <Skeleton rows={4} />;
  if (query.data.length === 0) return <p className={styles['quiet']}>{tools.t('monitoring.noPlacements')}</p>;
  return <LoadedSheet {...props} data={query.data} />;
}

function LoadedSheet({ data, side, evaluatedOn, tools }: Props & { readonly data: readonly Line[] }) {
  const { t, locale } = tools;
  const scored = useMemo(() => new Set(data.flatMap(line => Object.keys(line.scores))), [data]);
  const criteria = useCriteria(side, scored);
  const columns = useMemo(
    (): readonly SheetColumn[] => [
      { key: 'student', label: t('monitoring.student'), width: 'minmax(190px, 2fr)', readOnly: true },
      { key: 'firm', label: t('monitoring.firm'), width: 'minmax(130px, 1fr)', readOnly: true },
      ...criteria.map(({ id, name }) => ({ key: id, label: name, width: 'minmax(112px, 1fr)', align: 'end' }) as const),
      { key: 'comment', label: t('monitoring.comment'), width: 'minmax(150px, 2fr)' },
    ],
    [t, criteria],
  );
  const lines = useMemo(
    () =>
      data.map(
        (line): StoredLine => ({
          key: `evaluation ${side} ${evaluatedOn} ${line.placementId}`,
          cells: [
            line.studentName,
            line.firmName,
            ...criteria.map(({ id }) => String(line.scores[id] ?? '')),
            line.comment ?? '',
          ],
        }),
      ),
    [data, side, evaluatedOn, criteria],
  );
  const entry = useEnteredSheet(lines, columns);
  const ids = criteria.map(({ id }) => id);
  const read = data.map((_, row) => readEvaluation((entry.sheet[row] ?? []).slice(2), ids));
  const score = (value: number): string => locale.number(value, Number.isInteger(value) ? 0 : 2);
  const notes = data.map((line, row): readonly RowNote[] => {
    const { wrong = false, overall = null } = read[row] ?? {};
    const early = evaluatedOn < line.startsOn;
    return [
      ...(wrong ? [{ tone: 'problem', text: t('validation.score') } as const] : []),
      ...(early ? [{ tone: 'problem', text: t('validation.beforePlacement') } as const] : []),
      ...(overall === null
        ? []
        : [{ tone: 'remark', text: t('monitoring.overall', { score: score(overall) }) } as const]),
      ...(line.before === null || line.before.overall === null
        ? []
        : [
            {
              tone: 'remark',
              text: t('monitoring.before', {
                date: locale.date(line.before.evaluatedOn),
                score: score(line.before.overall),
              }),
            } as const,
          ]),
    ];
  });
  const save = useCommand('evaluations.save');
  const store = async (): Promise<void> => {
    const rows = data.flatMap(({ placementId }, row) => {
      const line = read[row];
      return entry.changed[row] && line ? [{ placementId, scores: { ...line.scores }, comment: line.comment }] : [];
    });
    const result = await save.run({ side, evaluatedOn, rows });
    if (!result.ok) return;
    entry.forget();
    showDone(t('monitoring.saved', { count: rows.length }), true);
  };
  if (criteria.length === 0) return <p className={styles['quiet']}>{t('monitoring.noCriteria')}</p>;
  return (
    <EntrySheet
      label={t(side === 'firm' ? 'monitoring.evaluationsOfFirm' : 'monitoring.evaluationsOfStudent')}
      columns={columns}
      entry={entry}
      notes={notes}
      running={save.running}
      tools={tools}
      width={660 + criteria.length * 112}
      onSave={() => void store()}
    />
  );
}
