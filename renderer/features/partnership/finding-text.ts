import type { Output } from '#shared/contract/index.ts';
import type { Tools } from '../record-area/descriptor.ts';

export type Finding = Output<'partnership.firm'>['findings'][number];

/** Why a rule gives the points it gives, in words. */
export const findingText = ({ reason, count, total, on }: Finding, { word, locale }: Tools): string =>
  word(`partnership.reasons.${reason}`, { count, total, date: locale.date(on) });
