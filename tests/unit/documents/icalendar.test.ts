import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, foldLine, writeICalendar } from '#main/documents/icalendar.ts';
import { addDays } from '#shared/domain/dates.ts';

const anEvent = (fields: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'task-1@seriktes',
  startsOn: '2026-02-27',
  endsOn: '2026-02-28',
  summary: 'Тапсырма',
  description: '',
  category: 'Тапсырма',
  sequence: 3,
  ...fields,
});

const written = (events: readonly CalendarEvent[], name = 'Күнтізбе'): string =>
  Buffer.from(writeICalendar({ name, language: 'kk', madeAt: '2026-02-01T08:00:00.123Z', events })).toString('utf8');

/** What Thunderbird's parser reads back. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description ?? '',
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      wholeDay: event.startDate.isDate && event.endDate.isDate,
      sequence: event.sequence,
      category: component.getFirstPropertyValue('categories'),
    };
  });
}

const text = fc.string({ unit: fc.constantFrom(...'aя қ;,\\\n:"ң№—😀Ұ'), maxLength: 200 });

describe('a calendar file', () => {
  test('is read by an independent parser as it was meant: whole days, exclusive end, names in Kazakh', () => {
    const file = written([anEvent({ summary: 'Шарт № 12; «Өркен», мерзімі', description: 'бір\nекі' })]);
    expect(read(file)).toEqual([
      {
        uid: 'task-1@seriktes',
        summary: 'Шарт № 12; «Өркен», мерзімі',
        description: 'бір\nекі',
        start: '2026-02-27',
        end: '2026-03-01',
        wholeDay: true,
        sequence: 3,
        category: 'Тапсырма',
      },
    ]);
  });

  test('says its name, its version and when it was made, and ends every line with CR LF', () => {
    const file = written([anEvent()], 'Күнтізбе, «Колледж»');
    const calendar = new ICAL.Component(ICAL.parse(file));
    expect([
      calendar.getFirstPropertyValue('version'),
      calendar.getFirstPropertyValue('x-wr-calname'),
      calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('dtstamp')?.toString(),
      file.endsWith('END:VCALENDAR\r\n'),
      /[^\r]\n|\r[^\n]/u.test(file),
    ]).toEqual(['2.0', 'Күнтізбе «Колледж»', '2026-02-01T08:00:00Z', true, false]);
  });

  test('brings any text back unchanged, with no line beyond 75 octets and no character cut', () => {
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const file = written([anEvent({ summary, description })]);
        const lines = file.split('\r\n');
        expect(lines.every(line => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(file.includes('\ufffd')).toBe(false);
        expect(read(file)[0]).toMatchObject({ summary, description });
      }),
    );
  });

  test('ends the day after the last one, whatever the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 400 }), (from, length) => {
        const startsOn = addDays('2000-01-01', from);
        const endsOn = addDays(startsOn, length);
        expect(read(written([anEvent({ startsOn, endsOn })]))[0]).toMatchObject({
          start: startsOn,
          end: addDays(endsOn, 1),
        });
      }),
    );
  });

  test('without events is still a calendar', () => {
    expect(read(written([]))).toEqual([]);
  });
});

test('a folded line is the line again once its breaks are taken out', () => {
  fc.assert(fc.property(text, line => foldLine(line).replaceAll('\r\n ', '') === line));
});
