import type { AttendanceMonth } from '#shared/contract/monitoring.ts';
import { attendanceProblems, attendanceWarnings, type MonthHours } from '#shared/domain/attendance.ts';
import type { Locale } from '#shared/locale/locale.ts';

/** The columns of hours, in the order in which they are typed; the reason of absence comes last. */
export const hourColumns = ['attended', 'excused', 'unexcused'] as const;

/** Hours as they are typed: a number with a comma or a point, null for an empty cell, `wrong` for anything else. */
export function readHours(text: string): number | null | 'wrong' {
  const plain = text.replace(/[\s ]/gu, '').replace(',', '.');
  if (plain === '') return null;
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return 'wrong';
  return Math.round(Number(plain) * 100) / 100;
}

/** Something to say about a line: a text key, and how grave it is. */
export type Remark = { readonly tone: 'problem' | 'warning'; readonly key: string };

export type ReadMonth = {
  readonly hours: MonthHours;
  readonly note: string | null;
  readonly remarks: readonly Remark[];
};

/** Reads one line: the hours and the reason as they can be saved, and what is wrong or doubtful about them. */
export function readMonth(cells: readonly string[], month: Pick<AttendanceMonth, 'days' | 'planned'>): ReadMonth {
  const read = hourColumns.map((_, index) => readHours(cells[index] ?? ''));
  const [attended = null, excused = null, unexcused = null] = read.map(value => (value === 'wrong' ? null : value));
  const hours = { attended, excused, unexcused };
  const typed = (cells[hourColumns.length] ?? '').trim();
  const note = typed === '' ? null : typed.slice(0, 300);
  if (read.includes('wrong')) return { hours, note, remarks: [{ tone: 'problem', key: 'monitoring.badHours' }] };
  const problems = Object.values(attendanceProblems(hours, month.days));
  if (problems.length > 0)
    return {
      hours,
      note,
      remarks: [...new Set(problems)].map(code => ({
        tone: 'problem',
        key: code === 'tooSmall' ? 'monitoring.badHours' : `validation.${code}`,
      })),
    };
  const doubts = attendanceWarnings(hours, month.planned);
  return { hours, note, remarks: doubts.map(code => ({ tone: 'warning', key: `warnings.${code}` })) };
}

/** Hours as the grid shows them: up to two digits behind the comma, nothing for nothing. */
export function hoursText(hours: number | null, locale: Pick<Locale, 'number'>): string {
  if (hours === null) return '';
  const digits = Number.isInteger(hours) ? 0 : Number.isInteger(Math.round(hours * 1000) / 100) ? 1 : 2;
  return locale.number(hours, digits);
}
