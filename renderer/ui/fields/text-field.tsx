import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import { type InputProps, inputAttributes } from './input-props.ts';

type Format = 'phone' | 'email' | 'link' | 'code';

/** What looks wrong with a text of its kind, as a key of the validation texts. The numbers of the world are read in when the first phone is. */
async function doubtOf(text: string, format: Format | undefined): Promise<'phone' | 'email' | null> {
  if (text === '') return null;
  if (format === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text) ? null : 'email';
  if (format !== 'phone') return null;
  const { parsePhone } = await import('#shared/domain/phones.ts');
  return parsePhone(text).kind === 'ok' ? null : 'phone';
}

function useDoubt(text: string, format: Format | undefined): 'phone' | 'email' | null {
  const [doubt, setDoubt] = useState<Awaited<ReturnType<typeof doubtOf>>>(null);
  useEffect(() => {
    let wanted = true;
    void doubtOf(text, format).then(found => {
      if (wanted) setDoubt(found);
    });
    return () => {
      wanted = false;
    };
  }, [text, format]);
  return doubt;
}

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
  const doubt = useDoubt(text.trim(), format);
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
