import { type Shape, StatusShape } from '#renderer/ui/status-shape.tsx';
import type { ReportCell } from '#shared/contract/reports.ts';
import { changeOf, deviationOf, type Variance } from '#shared/domain/report-variance.ts';
import { targetText, varianceText } from '#shared/text/report-variance.ts';
import type { Translator } from '#shared/text/translator.ts';
import styles from './reports.module.css';

type Drawing = Shape | 'down';

const shapes: Readonly<Record<Variance['kind'], Drawing>> = {
  unknown: 'dash',
  same: 'dash',
  met: 'check',
  more: 'triangle',
  less: 'down',
  above: 'check',
  below: 'down',
  over: 'triangle',
};

/** Whether a target is reached; a change over a year is neither good nor bad by itself. */
const tones: Partial<Readonly<Record<Variance['kind'], 'good' | 'short'>>> = {
  met: 'good',
  above: 'good',
  below: 'short',
  over: 'short',
};

type Props = { readonly variance: Variance; readonly measure: string; readonly words: Translator };

/** How a figure stands to another: a shape and a word, never a colour alone. */
export function VarianceMark({ variance, measure, words }: Props) {
  const shape = shapes[variance.kind];
  return (
    <span className={styles['variance']} data-tone={tones[variance.kind]} data-down={shape === 'down' || undefined}>
      <StatusShape shape={shape === 'down' ? 'triangle' : shape} />
      <span>{varianceText(words, variance, measure)}</span>
    </span>
  );
}

type CellProps = { readonly cell: ReportCell; readonly words: Translator };

/** The target of a figure and how far it is from it. */
export function TargetMark({ cell: { value, target, measure }, words }: CellProps) {
  if (target === undefined) return null;
  return (
    <span className={styles['target']}>
      <span>{targetText(words, target, measure)}</span>
      <VarianceMark variance={deviationOf(value, target)} measure={measure} words={words} />
    </span>
  );
}

/** The change of a figure against the year before. */
export function ChangeMark({
  now,
  before,
  words,
}: {
  readonly now: ReportCell;
  readonly before: ReportCell;
  readonly words: Translator;
}) {
  return <VarianceMark variance={changeOf(now.value, before.value)} measure={now.measure} words={words} />;
}
