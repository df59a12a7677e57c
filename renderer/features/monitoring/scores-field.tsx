import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { InputProps } from '#renderer/ui/fields/input-props.ts';
import type { EvaluationSide } from '#shared/contract/monitoring.ts';
import { scoreRange } from '#shared/domain/evaluation.ts';
import styles from './monitoring.module.css';
import { useCriteria } from './use-criteria.ts';

type Scores = Readonly<Record<string, number>>;
type Props = InputProps<Scores> & { readonly side: EvaluationSide };

const scores = Array.from({ length: scoreRange.highest - scoreRange.lowest + 1 }, (_, index) =>
  String(scoreRange.lowest + index),
);

/** A score from 1 to 5 for each criterion of the side; a criterion may stay without one. */
export function ScoresField({ label, value, onChange, error, side, disabled = false }: Props) {
  const { t } = useLanguage();
  const scored = useMemo(() => new Set(Object.keys(value)), [value]);
  const criteria = useCriteria(side, scored);
  const choose = (id: string, score: string): void => {
    const { [id]: _before, ...rest } = value;
    onChange(score === '' ? rest : { ...rest, [id]: Number(score) }, null);
  };
  return (
    <fieldset className={styles['scores']} disabled={disabled}>
      <legend>{label}</legend>
      {criteria.map(({ id, name }) => (
        <div key={id} className={styles['score']}>
          <span>{name}</span>
          <SegmentedControl
            size="xs"
            aria-label={name}
            transitionDuration={0}
            value={value[id] === undefined ? '' : String(value[id])}
            data={[{ value: '', label: '–' }, ...scores.map(score => ({ value: score, label: score }))]}
            onChange={score => choose(id, score)}
          />
        </div>
      ))}
      {criteria.length === 0 && <p className={styles['quiet']}>{t('monitoring.noCriteria')}</p>}
      {error && (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
