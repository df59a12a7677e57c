import type { Language } from '#shared/contract/primitives.ts';
import type { Weekday } from '#shared/domain/iso-date.ts';
import { legalForms } from '#shared/domain/legal-forms.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import type { FieldKind, Tools, Values } from './descriptor.ts';

/** The words of a value for reading; an empty text when there is none. */
export function formatValue(field: FieldKind, value: unknown, tools: Tools, record?: Values): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field.kind) {
    case 'date':
      return tools.locale.date(String(value));
    case 'number':
      return field.unit === 'hours' ? tools.locale.hours(Number(value)) : tools.locale.number(Number(value));
    case 'money':
      return tools.locale.money(Number(value));
    case 'schoolYear':
      return tools.locale.schoolYear(Number(value));
    case 'legalForm':
      return legalFormName(String(value), tools.language);
    case 'week':
      return formatWeek(value, tools);
    case 'scores':
      return Object.entries(value as Readonly<Record<string, number>>)
        .map(([id, score]) =>
          tools.t('monitoring.scoreOf', { criterion: tools.nameOf('evaluationCriteria', id) || id, score }),
        )
        .join(' · ');
    case 'choice':
      return tools.word(`states.${field.text}.${String(value)}`);
    case 'choices':
      return Array.isArray(value)
        ? value.map(item => tools.word(`states.${field.text}.${String(item)}`)).join(', ')
        : '';
    case 'boolean':
      return tools.word(`states.yesNo.${value === true || value === 1 ? 'yes' : 'no'}`);
    case 'dictionary':
      return tools.nameOf(field.name, value) || String(value);
    case 'reference':
      return String((field.title ? record?.[field.title] : undefined) ?? value);
    case 'text':
      return field.format === 'phone' ? readablePhone(String(value)) : String(value);
    default:
      return String(value);
  }
}

function formatWeek(value: unknown, tools: Tools): string {
  if (!Array.isArray(value)) return '';
  const days = value.flatMap((hours, index) =>
    Number(hours) > 0
      ? [`${tools.locale.weekdayShort((index + 1) as Weekday)} ${tools.locale.number(Number(hours))}`]
      : [],
  );
  const total = value.reduce<number>((sum, hours) => sum + Number(hours), 0);
  return days.length === 0 ? '' : `${days.join(' · ')} · ${tools.t('records.hoursWeek', { count: total })}`;
}

/** The short name of a legal form given by its code or a short name; the text itself when it is none of the known ones. */
export const legalFormName = (given: string, language: Language): string =>
  legalForms.find(form => [form.code, form.ru, form.kk, form.en, ...(form.aliases ?? [])].includes(given))?.[
    language
  ] ?? given;
