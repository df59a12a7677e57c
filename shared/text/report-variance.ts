import type { Variance } from '../domain/report-variance.ts';
import type { Translator } from './index.ts';

/** Shares differ by percentage points; other figures by their own unit. */
function amount(t: Translator, by: number, measure: string): string {
  const written = t.locale.number(by, Number.isInteger(by) ? 0 : 1);
  return measure === 'percent' ? t('indicators.variance.points', { value: written }) : written;
}

/** «больше на 12», «не хватает 3», «достигнута». */
export function varianceText(t: Translator, variance: Variance, measure: string): string {
  return 'by' in variance
    ? t(`indicators.variance.${variance.kind}`, { value: amount(t, variance.by, measure) })
    : t(`indicators.variance.${variance.kind}`);
}

/** «не меньше 60 %» */
export function targetText(
  t: Translator,
  { value, direction }: { readonly value: number; readonly direction: 'atLeast' | 'atMost' },
  measure: string,
): string {
  const digits = Number.isInteger(value) ? 0 : 1;
  const written = measure === 'percent' ? t.locale.percent(value / 100, digits) : t.locale.number(value, digits);
  return t(`indicators.variance.${direction}`, { value: written });
}
