import type { Output } from '#shared/contract/index.ts';
import type { LetterLanguage } from '#shared/contract/letter-kinds.ts';
import { shortName, splitFullName } from '#shared/domain/people.ts';
import type { Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { TemplateValues } from '../../documents/fill-template.ts';
import type { AgendaRowText, MinutesText, PresentRowText } from '../../documents/letter-fields.ts';
import { positionIn } from './addressee.ts';
import { translators } from './kinds/kind.ts';
import { byLanguage, type Envelope, firmNameIn, joined, letterheadText, type One, sentence } from './letterhead.ts';

export type Meeting = Output<'meetings.get'>;
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

function votesText(t: Translator, { votesFor, votesAgainst, votesAbstained }: Item): string {
  if (votesFor === null && votesAgainst === null && votesAbstained === null) return '—';
  return t('curriculum.paper.votes', {
    votesFor: votesFor ?? 0,
    votesAgainst: votesAgainst ?? 0,
    votesAbstained: votesAbstained ?? 0,
  });
}

/** What the minutes say in one language. */
function minutesText(db: ReadDb, meeting: Meeting, envelope: Envelope, language: One) {
  const t = translators[language];
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
    ...letterheadText({ ...envelope, number: meeting.minuteNumber, issuedOn: meeting.heldOn }, language),
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

/** What the minutes of a meeting say, ready to fill a template. */
export const minutesValues = (
  db: ReadDb,
  meeting: Meeting,
  language: LetterLanguage,
  envelope: Envelope,
): TemplateValues => ({
  text: byLanguage(language, one => minutesText(db, meeting, envelope, one).text),
  lists: {
    present: byLanguage(language, one => minutesText(db, meeting, envelope, one).presentRows),
    agenda: byLanguage(language, one => minutesText(db, meeting, envelope, one).agendaRows),
  },
});
