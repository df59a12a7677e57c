import { create } from 'zustand';
import type { Language } from '#shared/contract/primitives.ts';
import type { ReportSpan } from '#shared/contract/reports.ts';

/** How the officer has left the report, so that «back» from a list leads to the same number. */
type ReportView = {
  /** Null: the present school year. */
  readonly span: ReportSpan | null;
  /** Null: the language of the program. */
  readonly language: Language | null;
  /** By view: the report and its overview. */
  readonly scrollTop: Readonly<Record<string, number>>;
  /** Tables that show all of their rows. */
  readonly unfolded: Readonly<Record<string, boolean>>;
  /** Where reports are saved; null: the college's folder of reports. */
  readonly folder: string | null;
  change(part: Partial<Omit<ReportView, 'change'>>): void;
};

export const useReportView = create<ReportView>(set => ({
  span: null,
  language: null,
  scrollTop: {},
  unfolded: {},
  folder: null,
  change: part => set(part),
}));
