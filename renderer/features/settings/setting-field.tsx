import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { ChoiceField } from '#renderer/ui/fields/choice-field.tsx';
import { readNumber } from '#renderer/ui/fields/read-number.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { fieldProblemText } from '#shared/text/translator.ts';
import styles from './settings.module.css';

type Name = keyof Settings;
type Props = { readonly name: Name; readonly settings: Settings; readonly wide?: boolean; readonly help?: string };

/** Saves one setting; the words of what is wrong, or null when it is saved. */
function useSetting(name: Name) {
  const { t } = useLanguage();
  const update = useCommand('settings.update');
  return async (value: string | number): Promise<string | null> => {
    const result = await update.run({ [name]: value }, { handled: problem => problem.fields?.[name] !== undefined });
    return result.ok ? null : fieldProblemText(t, result.error.fields?.[name] ?? 'invalid');
  };
}

/** A line of text that is saved when it is left. */
export function TextSetting({ name, settings, wide = false, help }: Props) {
  const { t } = useLanguage();
  return (
    <Entry name={name} stored={String(settings[name])} wide={wide} help={help} label={t(`fields.setting.${name}`)} />
  );
}

type NumberProps = Props & { readonly min: number; readonly max: number };

/** A whole number that is saved when it is left. */
export function NumberSetting({ name, settings, min, max }: NumberProps) {
  const { t } = useLanguage();
  return <Entry name={name} stored={String(settings[name])} label={t(`fields.setting.${name}`)} range={{ min, max }} />;
}

type EntryProps = {
  readonly name: Name;
  readonly stored: string;
  readonly label: string;
  readonly wide?: boolean;
  readonly help?: string | undefined;
  readonly range?: { readonly min: number; readonly max: number };
};

function Entry({ name, stored, label, wide, help, range }: EntryProps) {
  const { t } = useLanguage();
  const save = useSetting(name);
  const [text, setText] = useState(stored);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setText(stored), [stored]);
  const commit = async (): Promise<void> => {
    if (text.trim() === stored) return setProblem(null);
    if (!range) return setProblem(await save(text.trim()));
    const read = readNumber(text, range);
    if (read.problem !== null || read.value === null)
      return setProblem(fieldProblemText(t, read.problem ?? 'required'));
    setProblem(await save(read.value));
  };
  return (
    <TextInput
      className={wide ? (styles['wide'] ?? '') : ''}
      label={label}
      description={help}
      data-setting={name}
      value={text}
      error={problem}
      spellCheck={false}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={() => void commit()}
      onKeyDown={event => {
        if (event.key === 'Enter') void commit();
        if (event.key === 'Escape') {
          setText(stored);
          setProblem(null);
        }
      }}
    />
  );
}

type ChoiceProps = Props & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly numeric?: boolean;
};

/** One of a few values, saved when it is chosen. */
export function ChoiceSetting({ name, settings, options, numeric = false }: ChoiceProps) {
  const { t } = useLanguage();
  const save = useSetting(name);
  return (
    <div data-setting={name}>
      <ChoiceField
        label={t(`fields.setting.${name}`)}
        value={String(settings[name])}
        options={options}
        required
        onChange={() => {}}
        onChosen={value => {
          if (value !== null) void save(numeric ? Number(value) : value);
        }}
      />
    </div>
  );
}
