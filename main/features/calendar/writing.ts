import { join } from 'node:path';
import type { CalendarItem, PaperSize } from '#shared/contract/calendar-view.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { agendaOf, daysOfView, type Edge, layOutWeek, weeksOf } from '#shared/domain/calendar-view.ts';
import { type Period, weekdayOf } from '#shared/domain/dates.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import {
  type CalendarSheet,
  calendarToHtml,
  lanesOnPaper,
  type PrintedLine,
  type PrintedWeek,
} from '../../documents/calendar-html.ts';
import { writeICalendar } from '../../documents/icalendar.ts';
import { countPdfPages } from '../../documents/merge-pdf.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { writeInto } from '../shared/file-writing.ts';
import { calendarItems } from './items.ts';

const collegeName = (application: Application, language: Language): string => {
  const { collegeRu, collegeKk, collegeEn } = readSettings(application.db());
  return { ru: collegeRu, kk: collegeKk, en: collegeEn }[language] || collegeRu || collegeKk;
};

const dotted = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');

const kindWord = (t: Translator, item: CalendarItem): string =>
  item.state === 'dayKind.workday' ? t('calendar.workday') : t(`calendar.kinds.${item.kind}`);

const stateWord = (t: Translator, item: CalendarItem): string =>
  item.state === null || item.kind === 'holiday' ? '' : t.dynamic(`states.${item.state}`);

/** Writes what the calendar shows in a period as an iCalendar file. Errors: validation, noAccess, diskFull. */
export async function exportCalendarFile(
  application: Application,
  input: Input<'calendar.exportFile'>,
): Promise<Output<'calendar.exportFile'>> {
  const { ports, workspace } = application;
  const { language, ...span } = input;
  const t = createTranslator(language);
  const { items } = calendarItems(application.db(), span, ports.clock.today(), language);
  const college = collegeName(application, language);
  const bytes = writeICalendar({
    name: dotted(t('calendar.title'), college),
    language,
    madeAt: ports.clock.now(),
    events: items.map(item => ({
      uid: `${item.key}@seriktes`,
      startsOn: item.startsOn,
      endsOn: item.endsOn,
      summary: dotted(t.locale.capitalize(kindWord(t, item)), item.title),
      description: dotted(
        item.detail,
        stateWord(t, item),
        item.detail.includes(item.firmName ?? '') || item.title.includes(item.firmName ?? '')
          ? ''
          : (item.firmName ?? ''),
      ),
      category: t.locale.capitalize(kindWord(t, item)),
      sequence: item.revision,
    })),
  });
  const name = safeFileName(`${t('calendar.fileName', { period: t.locale.period(span.from, span.to) })}.ics`);
  const writer = await writeInto(join(workspace.folder, 'exports'));
  return { path: await writer.write(name, bytes), name, events: items.length };
}

type Printing = {
  readonly t: Translator;
  readonly items: readonly CalendarItem[];
  readonly period: Period;
  readonly month: string;
  readonly paper: PaperSize;
};

function printedWeeks({ t, items, period, month, paper }: Printing): {
  readonly weeks: readonly PrintedWeek[];
  readonly crowded: ReadonlySet<string>;
} {
  const weeks = weeksOf(period);
  const lanes = lanesOnPaper(paper, weeks.length);
  const off = new Set(items.filter(({ kind, state }) => kind === 'holiday' && state === null).map(i => i.startsOn));
  const crowded = new Set<string>();
  const printed = weeks.map((days): PrintedWeek => {
    const { segments, hidden } = layOutWeek(days, items, lanes);
    return {
      days: days.map((day, index) => {
        const more = hidden[index] ?? 0;
        if (more > 0) crowded.add(day);
        return {
          label: String(Number(day.slice(8))),
          muted: weeks.length > 1 && day.slice(0, 7) !== month,
          off: weekdayOf(day) > 5 || off.has(day),
          more: more === 0 ? '' : t('calendar.more', { count: more }),
        };
      }),
      pieces: segments.map(({ item, ...place }) => ({
        ...place,
        kind: item.kind,
        text: item.count > 1 ? dotted(item.title, item.detail) : item.title,
      })),
    };
  });
  return { weeks: printed, crowded };
}

function printedList({ t, items, period }: Printing, days: ReadonlySet<string> | null): CalendarSheet['list'] {
  const line = (item: CalendarItem, edge: Edge): PrintedLine => ({
    kind: item.kind,
    text: dotted(item.title, item.detail),
    note: dotted(
      edge === 'whole' ? '' : t(edge === 'start' ? 'calendar.starts' : 'calendar.ends'),
      item.startsOn === item.endsOn ? '' : t.locale.period(item.startsOn, item.endsOn),
      kindWord(t, item),
    ),
  });
  return agendaOf(period, items)
    .filter(({ day }) => days === null || days.has(day))
    .map(({ day, items: found }) => ({
      day: t.locale.capitalize(`${t.locale.weekdayOf(day)}, ${t.locale.dateLong(day)}`),
      lines: found.map(({ item, edge }) => line(item, edge)),
    }));
}

const titles = (t: Translator, view: 'month' | 'week' | 'agenda', day: string, { start, end }: Period): string =>
  view === 'week' ? t.locale.period(start, end) : t.locale.capitalize(t.locale.monthYear(day));

/** Prints a month, a week or an agenda as a PDF. Errors: refused (no printer), noAccess, diskFull. */
export async function printCalendar(
  application: Application,
  input: Input<'calendar.print'>,
): Promise<Output<'calendar.print'>> {
  const { ports, workspace } = application;
  const { view, day, kinds, by, paper, language } = input;
  if (ports.printer === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const t = createTranslator(language);
  const today = ports.clock.today();
  const period = daysOfView(view, day);
  const { items } = calendarItems(application.db(), { from: period.start, to: period.end, kinds, by }, today, language);
  const printing: Printing = { t, items, period, month: day.slice(0, 7), paper };
  const { weeks, crowded } = view === 'agenda' ? { weeks: [], crowded: null } : printedWeeks(printing);
  const present = new Set(items.map(({ kind }) => kind));
  const title = titles(t, view, day, period);
  const html = calendarToHtml({
    language,
    paper,
    title,
    college: collegeName(application, language),
    made: t('calendar.madeOn', { date: t.locale.date(today) }),
    weekdays: ([1, 2, 3, 4, 5, 6, 7] as const).map(known => t.locale.capitalize(t.locale.weekday(known))),
    weeks,
    listTitle: view === 'agenda' ? '' : t('calendar.notShown'),
    list: printedList(printing, crowded),
    legend: [...present].map(kind => ({ kind, word: t(`calendar.kinds.${kind}`) })),
  });
  const bytes = await ports.printer(html);
  const name = safeFileName(`${t('calendar.fileName', { period: title })} ${paper}.pdf`);
  const writer = await writeInto(workspace.reportFolder);
  return { path: await writer.write(name, bytes), name, pages: countPdfPages(bytes) };
}
