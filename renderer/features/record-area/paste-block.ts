import { readNumber } from '#renderer/ui/fields/read-number.ts';
import { parseDate } from '#shared/domain/date-parsing.ts';
import { parseYesNo } from '#shared/domain/dates.ts';
import { fold } from '#shared/domain/folding.ts';
import { legalForms } from '#shared/domain/legal-forms.ts';
import type { FieldKind, Tools } from './descriptor.ts';

/** What the text of a pasted cell means for a field; a reference has to be looked up by its title. */
export type CellReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'reference'; readonly text: string }
  /** `code` is a key under `validation`; null when the words are not known. */
  | { readonly kind: 'unread'; readonly code: string | null };

type Words = Pick<Tools, 'word' | 'optionsOf'>;

const value = (of: unknown): CellReading => ({ kind: 'value', value: of });
const unread = (code: string | null): CellReading => ({ kind: 'unread', code });

function among(
  options: readonly { readonly value: unknown; readonly labels: readonly string[] }[],
  text: string,
): CellReading {
  const wanted = fold(text);
  const found = options.find(option => option.labels.some(label => fold(label) === wanted));
  return found ? value(found.value) : unread(null);
}

/** Reads a cell as a spreadsheet shows it; an empty cell clears the field. `today`: for dates such as «завтра». */
export function readCell(field: FieldKind, typed: string, tools: Words, today: string): CellReading {
  const text = typed.trim();
  if (text === '') return value(null);
  switch (field.kind) {
    case 'text':
    case 'identifier':
      return value(text);
    case 'date': {
      const reading = parseDate(text, { today });
      if (reading.kind === 'ok') return value(reading.value);
      return unread(reading.problem === 'notDate' ? 'dateUnclear' : 'date');
    }
    case 'number':
    case 'money': {
      const limits = field.kind === 'money' ? { min: 0, max: 100_000_000_000, scale: 100 } : field;
      const reading = readNumber(text, limits);
      return reading.problem === null ? value(reading.value) : unread(reading.problem);
    }
    case 'schoolYear': {
      const year = /^(\d{4})(?:\D|$)/u.exec(text)?.[1];
      return year === undefined ? unread('number') : value(Number(year));
    }
    case 'boolean': {
      const answer = parseYesNo(text);
      return answer === null ? unread(null) : value(answer);
    }
    case 'choice':
      return among(
        field.values.map(one => ({ value: one, labels: [one, tools.word(`states.${field.text}.${one}`)] })),
        text,
      );
    case 'dictionary':
      return among(
        tools.optionsOf(field.name).map(option => ({ value: option.value, labels: [option.label] })),
        text,
      );
    case 'legalForm':
      return among(
        legalForms.map(form => ({ value: form.code, labels: [form.code, form.ru, form.kk, form.en] })),
        text,
      );
    case 'reference':
      return { kind: 'reference', text };
    default:
      return unread(null);
  }
}
