import { addDays } from '#shared/domain/dates.ts';

/** A whole-day event; both days are included. */
export type CalendarEvent = {
  /** Stays the same as long as the matter is the same, so that reading a newer file changes the event and adds none. */
  readonly uid: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
  /** Grows with every change of the event. */
  readonly sequence: number;
};

export type CalendarFile = {
  readonly name: string;
  /** `kk`, `ru` or `en`. */
  readonly language: string;
  /** The instant the file is made, ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly events: readonly CalendarEvent[];
};

/** Octets of a line without its break (RFC 5545, 3.1). */
const longestLine = 75;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', ';': '\\;', ',': '\\,', '\n': '\\n' };

/** A TEXT value: backslash, semicolon, comma and line breaks are escaped; other control characters have no place in one (3.3.11). */
const text = (value: string): string =>
  value
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/[\\;,\n]/gu, found => escapes[found] ?? found);

/** Folds a line into pieces of at most 75 octets of UTF-8; a character is never cut, and a piece after the first begins with a space. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  pieces.push(piece);
  return pieces.join('\r\n');
}

const basicDate = (day: string): string => day.replaceAll('-', '');
const basicInstant = (at: string): string => `${at.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;

function eventLines(event: CalendarEvent, { language, madeAt }: CalendarFile): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${basicInstant(madeAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${basicDate(event.startsOn)}`,
    // The end is exclusive: the day after the last one (3.6.1).
    `DTEND;VALUE=DATE:${basicDate(addDays(event.endsOn, 1))}`,
    `SUMMARY;LANGUAGE=${language}:${text(event.summary)}`,
    ...(event.description === '' ? [] : [`DESCRIPTION;LANGUAGE=${language}:${text(event.description)}`]),
    `CATEGORIES;LANGUAGE=${language}:${text(event.category)}`,
    'CLASS:PRIVATE',
    // Whole days of the calendar do not make a person busy.
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'END:VEVENT',
  ];
}

/** The events as an iCalendar file (RFC 5545): CRLF, folded by octets, whole days as DATE values without any zone. */
export function writeICalendar(file: CalendarFile): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Seriktes//Partnership calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // RFC 7986 names a calendar with NAME; Outlook, Google and Thunderbird read X-WR-CALNAME.
    `NAME;LANGUAGE=${file.language}:${text(file.name)}`,
    // Readers differ in whether they undo escapes in an X- property, so it has nothing to escape.
    `X-WR-CALNAME:${text(file.name.replaceAll(/\s*[\\;,\r\n]+\s*/gu, ' ').trim())}`,
    ...file.events.flatMap(event => eventLines(event, file)),
    'END:VCALENDAR',
  ];
  return Buffer.from(`${lines.map(foldLine).join('\r\n')}\r\n`, 'utf8');
}
