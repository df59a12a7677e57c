import { Textarea, TextInput } from '@mantine/core';
import { useLanguage } from '#renderer/app/language.tsx';
import { parsePhone } from '#shared/domain/phones.ts';
import { type InputProps, inputAttributes } from './input-props.ts';

type Format = 'phone' | 'email' | 'link' | 'code';

const formatProblems: Readonly<Record<Format, (text: string) => string | null>> = {
  phone: text => (parsePhone(text).kind === 'ok' ? null : 'phone'),
  email: text => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text) ? null : 'email'),
  link: () => null,
  code: () => null,
};

type Props = InputProps<string | null> & {
  readonly format?: Format | undefined;
  readonly long?: boolean | undefined;
  readonly maxLength?: number | undefined;
};

/** A line or a paragraph of text. A doubtful phone or e-mail is pointed out but never refused. */
export function TextField(props: Props) {
  const { value, onChange, error, format, long, maxLength } = props;
  const { word } = useLanguage();
  const text = value ?? '';
  const doubt = format && text.trim() !== '' ? formatProblems[format](text.trim()) : null;
  const common = {
    ...inputAttributes(props),
    value: text,
    description: doubt && !error ? word(`validation.${doubt}`) : null,
    spellCheck: false,
    ...(maxLength === undefined ? {} : { maxLength }),
  };
  if (long) {
    return (
      <Textarea
        {...common}
        autosize
        minRows={3}
        maxRows={12}
        onChange={event => onChange(event.currentTarget.value, null)}
      />
    );
  }
  return <TextInput {...common} onChange={event => onChange(event.currentTarget.value, null)} />;
}
