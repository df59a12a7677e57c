import { useMemo } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { EvaluationSide } from '#shared/contract/monitoring.ts';

export type Criterion = { readonly id: string; readonly name: string };

/** The criteria of a side in their order: those in use, and others by which something was scored. */
export function useCriteria(side: EvaluationSide, scored: ReadonlySet<string>): readonly Criterion[] {
  const { language } = useLanguage();
  const rows = useQuery('evaluationCriteria.list', { filter: { side: [side] }, limit: 100 }).data?.rows;
  return useMemo(
    () =>
      (rows ?? [])
        .filter(criterion => criterion.active || scored.has(criterion.id))
        .map(({ id, nameRu, nameKk, nameEn }) => ({
          id,
          name: language === 'kk' ? nameKk : ((language === 'en' ? nameEn : null) ?? nameRu),
        })),
    [rows, scored, language],
  );
}
