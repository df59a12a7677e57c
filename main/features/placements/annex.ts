import { join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { HoursWhy } from '#shared/contract/placements.ts';
import { shortName, splitFullName } from '#shared/domain/people.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import type { ReadDb } from '../../database/handles.ts';
import { docxToPrintable } from '../../documents/docx-to-html.ts';
import { type HoursSheet, hoursAnnex } from '../../documents/hours-annex.ts';
import { printDocument } from '../../documents/print-documents.ts';
import type { Written } from '../../ipc/router.ts';
import { firmNameIn, type PlacementFacts, practiceIn, readPlacementFacts } from '../letters/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { writeInto } from '../shared/file-writing.ts';
import { placementHours } from './hours.ts';

type Hours = Output<'placements.hours'>;
type Language = Input<'placements.hoursAnnex'>['language'];

const name = (language: Language, ru: string | null, kk: string | null): string =>
  (language === 'kk' ? (kk ?? ru) : (ru ?? kk)) ?? '';

/** Why a day has its hours, in the language of the paper. */
export function reasonText(t: Translator, why: HoursWhy): string {
  switch (why.kind) {
    case 'holiday': {
      const holiday = { kk: why.nameKk, ru: why.nameRu, en: why.nameEn }[t.language];
      const moved =
        why.movedFrom === null ? '' : `, ${t('holidays.movedFrom', { date: t.locale.date(why.movedFrom) })}`;
      return `${t('holidays.reason.holiday', { holiday })}${moved}`;
    }
    case 'interruption':
      return t('holidays.reason.interruption', { reason: why.reason });
    case 'irregularWeek':
      return t('holidays.reason.irregularWeek', { reason: why.reason });
    case 'override':
      return t('holidays.reason.override', { reason: why.reason, before: t.locale.number(why.before) });
    default:
      return t(`holidays.reason.${why.kind}`);
  }
}

/** What stands in the square of a day. */
function mark(t: Translator, day: Hours['days'][number]): string {
  const hours = t.locale.number(day.hours);
  switch (day.why.kind) {
    case 'override':
    case 'irregularWeek':
      return `${hours}*`;
    case 'dayOff':
      return t('placements.annex.marks.dayOff');
    case 'holiday':
      return t('placements.annex.marks.holiday');
    case 'interruption':
      return t('placements.annex.marks.interruption');
    default:
      return hours;
  }
}

function monthRows(t: Translator, hours: Hours): HoursSheet['months'] {
  return hours.months.map(({ month, hours: total }) => {
    const days = Array.from({ length: 31 }, () => '');
    for (const day of hours.days) if (day.date.startsWith(month)) days[Number(day.date.slice(8)) - 1] = mark(t, day);
    return { month: t.locale.capitalize(t.locale.monthYear(month)), days, total: t.locale.number(total) };
  });
}

/** Days that are not simply as the week says; an interruption is told once, with its first and last day. */
function specialDays(t: Translator, days: Hours['days']): HoursSheet['special'] {
  const found: { first: string; last: string; hours: number; reason: string; spans: boolean }[] = [];
  let previous = '';
  for (const day of days) {
    const { kind } = day.why;
    if (kind === 'pattern' || kind === 'dayOff') continue;
    const reason = reasonText(t, day.why);
    const spans = kind === 'interruption' || kind === 'irregularWeek';
    const open = found.at(-1);
    const continues = spans && open?.spans === true && open.reason === reason && open.last === previous;
    if (continues && follows(open.last, day.date)) {
      open.last = day.date;
      open.hours += Math.round(day.hours * 100);
    } else found.push({ first: day.date, last: day.date, hours: Math.round(day.hours * 100), reason, spans });
    previous = day.date;
  }
  return found.map(({ first, last, hours, reason }) => [
    t.locale.period(first, last),
    t.locale.number(hours / 100),
    reason,
  ]);
}

const follows = (date: string, next: string): boolean => Date.parse(next) - Date.parse(date) === 86_400_000;

function orderOf(t: Translator, key: 'toAgreement' | 'orderValue', number: string | null, date: string | null): string {
  if (number === null) return '';
  return t(`placements.annex.${key}`, { number, date: date === null ? '' : t.locale.dateLong(date) });
}

function weekText(t: Translator, weekly: readonly number[]): string {
  return weekly
    .map((hours, index) => `${t.locale.words.weekdaysShort[index] ?? ''} ${hours === 0 ? '–' : t.locale.number(hours)}`)
    .join(', ');
}

function sums(t: Translator, hours: Hours, today: string): string[] {
  const { total, workingDays, expected, year } = hours;
  const number = t.locale.number;
  return [
    t('placements.annex.sum', { hours: number(total), days: workingDays }),
    ...(expected === null ? [] : [t('placements.annex.planned', { hours: number(expected) })]),
    ...(year.base === null || year.percent === null
      ? []
      : [
          t('placements.annex.share', {
            hours: number(year.hours),
            base: number(year.base),
            percent: number(Math.round(year.percent * 10) / 10),
          }),
        ]),
    t('placements.annex.made', { date: t.locale.dateLong(today) }),
  ];
}

/** The calculation of one placement, ready to be set. */
function sheetOf(db: ReadDb, facts: PlacementFacts, language: Language, today: string): HoursSheet {
  const t = createTranslator(language);
  const hours = placementHours(db, { id: facts.id });
  const settings = readSettings(db);
  const student = [facts.surname, facts.givenName, facts.patronymic].filter(part => part !== null).join(' ');
  const specialty = [facts.specialtyCode, name(language, facts.specialtyRu, facts.specialtyKk)]
    .filter(Boolean)
    .join(' ');
  const group = [facts.groupCode, facts.course === null ? null : String(facts.course)].filter(Boolean).join(', ');
  const director = language === 'kk' ? settings.directorKk || settings.directorRu : settings.directorRu;
  const signed = (full: string | null): string => (full === null || full === '' ? '' : shortName(splitFullName(full)));
  const a = (key: 'student' | 'group' | 'specialty' | 'firm' | 'practice' | 'period' | 'order' | 'week'): string =>
    t(`placements.annex.${key}`);
  return {
    title: t('placements.annex.title'),
    subtitle: orderOf(t, 'toAgreement', facts.agreementNumber, facts.agreementSignedOn),
    facts: (
      [
        [a('student'), student],
        [a('group'), group],
        [a('specialty'), specialty],
        [a('firm'), firmNameIn({ ru: facts.firmNameRu, kk: facts.firmNameKk }, language)],
        [a('practice'), practiceIn(facts, language)],
        [a('period'), t.locale.period(facts.startsOn, facts.endsOn)],
        [a('order'), orderOf(t, 'orderValue', facts.orderNumber, facts.orderDate)],
        [a('week'), weekText(t, hours.weekly)],
      ] as const
    ).filter(([, value]) => value !== ''),
    monthHead: t('placements.annex.month'),
    totalHead: t('placements.annex.total'),
    months: monthRows(t, hours),
    total: t.locale.number(hours.total),
    legend: t('placements.annex.legend'),
    specialTitle: t('placements.annex.special'),
    specialHeads: [t('placements.annex.date'), t('placements.annex.hours'), t('placements.annex.reason')],
    special: specialDays(t, hours.days),
    sums: sums(t, hours, today),
    signatures: [
      [t('placements.annex.college'), signed(director)],
      [t('placements.annex.enterprise'), signed(facts.headName)],
      [t('placements.annex.learner'), signed(student)],
    ],
  };
}

/** Writes the calculation of hours of placements into the folder of reports. Errors: notFound, refused (no printer), noAccess, diskFull. */
export async function writeHoursAnnex(
  application: Application,
  input: Input<'placements.hoursAnnex'>,
): Promise<Written<Output<'placements.hoursAnnex'>>> {
  const { ports, workspace } = application;
  const print = ports.printer;
  if (input.format === 'pdf' && print === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const db = application.db();
  const today = ports.clock.today();
  const facts = readPlacementFacts(db, input.ids);
  const word = createTranslator(input.language)('placements.annex.fileName');
  const [first] = facts;
  const about =
    facts.length === 1 && first !== undefined ? ` ${[first.surname, first.givenName].filter(Boolean).join(' ')}` : '';
  const title = safeFileName(`${today} ${word}${about}`);
  const docx = await hoursAnnex(
    facts.map(known => sheetOf(db, known, input.language, today)),
    title,
  );
  const writer = await writeInto(join(workspace.reportFolder, safeFileName(word)));
  const bytes =
    input.format === 'docx' || print === undefined ? docx : await printDocument(docxToPrintable(docx), title, print);
  return { value: { path: await writer.write(`${title}.${input.format}`, bytes) }, changed: [] };
}
