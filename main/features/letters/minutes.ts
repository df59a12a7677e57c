import type { Input, Output } from '#shared/contract/index.ts';
import { shortName, splitFullName } from '#shared/domain/people.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import type { ReadDb } from '../../database/handles.ts';
import { requireRecord } from '../../database/records.ts';
import { docxToPrintable } from '../../documents/docx-to-html.ts';
import { fillMinutes } from '../../documents/fill-letter.ts';
import type { AgendaRowText, MinutesData, MinutesText, PresentRowText } from '../../documents/letter-fields.ts';
import { printDocument } from '../../documents/print-documents.ts';
import { meetingDetail } from '../councils/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { writeInto } from '../shared/file-writing.ts';
import { positionIn } from './addressee.ts';
import { firmNameIn, letterheadText, type One, sentence } from './letterhead.ts';
import { showPage } from './page.ts';
import { requireUsable, useTemplate } from './template-store.ts';

type Meeting = Output<'meetings.get'>;
type Person = Meeting['attendance'][number];
type Item = Meeting['agenda'][number];
type Names = { readonly ru: string; readonly kk: string | null };

/** Names of firms in both languages, by either: rows carry the one of the screen. */
function firmNames(db: ReadDb, meeting: Meeting): ReadonlyMap<string, Names> {
  const wanted = [...meeting.attendance, ...meeting.agenda].flatMap(row =>
    row.firmName === null ? [] : [row.firmName],
  );
  const rows = db.all<Names>(
    'SELECT f.name_ru AS ru, f.name_kk AS kk FROM json_each(?) wanted JOIN firm f ON f.name_ru = wanted.value OR f.name_kk = wanted.value',
    JSON.stringify([...new Set(wanted)]),
  );
  return new Map(rows.flatMap(row => [[row.ru, row] as const, ...(row.kk === null ? [] : [[row.kk, row] as const])]));
}

const joined = (separator: string, ...parts: readonly (string | null)[]): string =>
  parts.filter(part => part !== null && part !== '').join(separator);

function votesText(t: Translator, { votesFor, votesAgainst, votesAbstained }: Item): string {
  if (votesFor === null && votesAgainst === null && votesAbstained === null) return '—';
  return t('curriculum.paper.votes', {
    votesFor: votesFor ?? 0,
    votesAgainst: votesAgainst ?? 0,
    votesAbstained: votesAbstained ?? 0,
  });
}

/** What the minutes say in one language. */
function minutesText(db: ReadDb, meeting: Meeting, language: One) {
  const t = createTranslator(language);
  const settings = readSettings(db);
  const firms = firmNames(db, meeting);
  const firm = (name: string | null): string => {
    const known = name === null ? undefined : firms.get(name);
    return known === undefined ? (name ?? '') : firmNameIn(known, language);
  };
  const present = meeting.attendance.filter(person => person.present === true);
  const absent = meeting.attendance.filter(person => person.present === false);
  const roleHolder = (role: Person['role']): string => {
    const person =
      present.find(one => one.role === role) ??
      (role === 'chair' ? present.find(one => one.role === 'deputy') : undefined) ??
      meeting.attendance.find(one => one.role === role);
    return person === undefined ? '' : shortName(splitFullName(person.name));
  };
  const text: MinutesText = {
    ...letterheadText({ settings, number: meeting.minuteNumber, issuedOn: meeting.heldOn }, language),
    council: language === 'kk' ? meeting.councilNameKk : meeting.councilNameRu,
    place: meeting.place ?? '',
    chair: roleHolder('chair'),
    secretary: roleHolder('secretary'),
    memberCount: String(meeting.attendance.length),
    presentCount: String(present.length),
    absent: absent.map(person => shortName(splitFullName(person.name))).join(', '),
  };
  const presentRows: PresentRowText[] = present.map((person, index) => ({
    index: String(index + 1),
    name: person.name,
    position: joined(
      ', ',
      person.position === null ? null : positionIn(person.position, language),
      firm(person.firmName),
    ),
    role: t(`states.memberRole.${person.role}`),
  }));
  const agendaRows: AgendaRowText[] = meeting.agenda.map((item, index) => ({
    index: String(index + 1),
    question: joined(
      ' ',
      t('curriculum.paper.question', {
        number: item.number,
        date: t.locale.dateLong(item.receivedOn),
        firm: firm(item.firmName),
      }),
      sentence(item.module),
      sentence(item.proposedText),
    ),
    decision:
      item.decision === null
        ? t('curriculum.paper.noDecision')
        : joined(' ', t(`curriculum.paper.decision.${item.decision}`), sentence(item.decisionText)),
    votes: votesText(t, item),
  }));
  return { text, presentRows, agendaRows };
}

function minutesData(db: ReadDb, meeting: Meeting, language: One): MinutesData {
  const { text, presentRows, agendaRows } = minutesText(db, meeting, language);
  return language === 'kk'
    ? { text: { language, kk: text }, present: { language, kk: presentRows }, agenda: { language, kk: agendaRows } }
    : { text: { language, ru: text }, present: { language, ru: presentRows }, agenda: { language, ru: agendaRows } };
}

async function fill(application: Application, meeting: Meeting, language: One): Promise<Uint8Array> {
  const template = await useTemplate(application, { kind: 'minutes', language });
  await requireUsable(template.file, template.bytes, 'minutes');
  return fillMinutes(template.bytes, minutesData(application.db(), meeting, language));
}

const readMeeting = (application: Application, id: string): Meeting => {
  const db = application.db();
  return meetingDetail(db, requireRecord(db, 'meeting', id));
};

/** The minutes of a meeting to look at. Errors: notFound, templateBroken. */
export async function showMinutes(
  application: Application,
  { id, language }: Input<'meetings.minutesPage'>,
): Promise<Output<'meetings.minutesPage'>> {
  const meeting = readMeeting(application, id);
  return showPage(application, docxToPrintable(await fill(application, meeting, language)), meeting.minuteNumber);
}

/** Writes the minutes as a file. Errors: notFound, templateBroken, refused (no printer), noAccess, diskFull. */
export async function printMinutes(
  application: Application,
  { id, language, format }: Input<'meetings.printMinutes'>,
): Promise<Output<'meetings.printMinutes'>> {
  const { ports, workspace } = application;
  const print = ports.printer;
  if (format === 'pdf' && print === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const meeting = readMeeting(application, id);
  const docx = await fill(application, meeting, language);
  const word = createTranslator(language)('curriculum.paper.fileName', { number: meeting.minuteNumber });
  const title = safeFileName(`${meeting.heldOn} ${word}`);
  const bytes =
    format === 'docx' || print === undefined ? docx : await printDocument(docxToPrintable(docx), title, print);
  const writer = await writeInto(workspace.letterFolder);
  return { path: await writer.write(`${title}.${format}`, bytes) };
}
