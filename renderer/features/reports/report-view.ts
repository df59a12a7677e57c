import { create } from 'zustand';
import type { Language } from '#shared/contract/primitives.ts';

/** How the officer has left the report, so that «back» from a list leads to the same number. */
type ReportView = {
  /** Null: the present school year. */
  readonly schoolYear: number | null;
  /** Null: the language of the program. */
  readonly language: Language | null;
  readonly scrollTop: number;
  /** Tables that show all of their rows. */
  readonly unfolded: Readonly<Record<string, boolean>>;
  /** Where reports are saved; null: the college's folder of reports. */
  readonly folder: string | null;
  change(part: Partial<Omit<ReportView, 'change'>>): void;
};

export const useReportView = create<ReportView>(set => ({
  schoolYear: null,
  language: null,
  scrollTop: 0,
  unfolded: {},
  folder: null,
  change: part => set(part),
}));
