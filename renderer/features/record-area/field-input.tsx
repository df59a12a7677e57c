import { BooleanField, ChoiceField, ChoicesField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { IdentifierField } from '#renderer/ui/fields/identifier-field.tsx';
import type { InputProps } from '#renderer/ui/fields/input-props.ts';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { ReferencePicker } from '#renderer/ui/fields/reference-picker.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { WeekField } from '#renderer/ui/fields/week-field.tsx';
import { today } from '#renderer/ui/today.ts';
import { schoolYearOf } from '#shared/domain/iso-date.ts';
import { legalForms, longLegalForm } from '#shared/domain/legal-forms.ts';
import { ScoresField } from '../monitoring/scores-field.tsx';
import { startOfNew } from './areas.ts';
import type { FieldDescriptor, Tools, Values } from './descriptor.ts';

type Props = InputProps<unknown> & {
  readonly descriptor: FieldDescriptor;
  readonly tools: Tools;
  /** The other values of the record, which limit some choices. */
  readonly values: Values;
};

/** The input that belongs to a field of a record. */
export function FieldInput({ descriptor, tools, values, ...props }: Props) {
  const { field } = descriptor;
  const text = { ...props, value: props.value === undefined ? null : (props.value as string | null) };
  const number = { ...props, value: (props.value ?? null) as number | null };
  switch (field.kind) {
    case 'text':
      return <TextField {...text} format={field.format} />;
    case 'long':
      return <TextField {...text} long />;
    case 'identifier':
      return <IdentifierField {...text} />;
    case 'date':
      return <DateField {...text} />;
    case 'number':
      return (
        <NumberField
          {...number}
          min={field.min}
          max={field.max}
          unit={field.unit ? tools.t('records.hoursUnit') : undefined}
        />
      );
    case 'money':
      return <NumberField {...number} min={0} max={100_000_000_000} scale={100} unit="₸" />;
    case 'schoolYear': {
      const year = schoolYearOf(today());
      const years = Array.from({ length: 12 }, (_, index) => String(year + 3 - index));
      return (
        <ChoiceField
          {...props}
          value={number.value === null ? null : String(number.value)}
          options={years.map(value => ({ value, label: tools.locale.schoolYear(Number(value)) }))}
          onChange={value => props.onChange(value === null ? null : Number(value), null)}
          onChosen={value => props.onChosen?.(value === null ? null : Number(value))}
        />
      );
    }
    case 'legalForm':
      return (
        <ChoiceField
          {...text}
          options={legalForms.map(form => ({
            value: form.code,
            label: [form[tools.language], longLegalForm(form, tools.language)].filter(Boolean).join(' · '),
          }))}
        />
      );
    case 'week':
      return <WeekField {...props} value={(props.value ?? null) as readonly number[] | null} />;
    case 'scores':
      return (
        <ScoresField
          {...props}
          value={(props.value ?? {}) as Readonly<Record<string, number>>}
          side={values[field.side] === 'student' ? 'student' : 'firm'}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          {...text}
          options={field.values.map(value => ({ value, label: tools.word(`states.${field.text}.${value}`) }))}
        />
      );
    case 'choices':
      return (
        <ChoicesField
          {...props}
          value={(props.value ?? []) as readonly string[]}
          options={field.values.map(value => ({ value, label: tools.word(`states.${field.text}.${value}`) }))}
        />
      );
    case 'boolean':
      return <BooleanField {...props} value={(props.value ?? null) as boolean | null} nullable={field.nullable} />;
    case 'dictionary':
      return <ChoiceField {...text} options={tools.optionsOf(field.name)} />;
    case 'reference': {
      const within = field.within ? values[field.within] : undefined;
      return (
        <ReferencePicker
          {...text}
          name={field.name}
          within={typeof within === 'string' ? within : undefined}
          given={typed => {
            const given = Object.entries(field.given ?? {}).map(([to, from]) => [to, values[from] ?? null]);
            return { ...startOfNew(field.name, typed), ...Object.fromEntries(given) };
          }}
        />
      );
    }
  }
}
