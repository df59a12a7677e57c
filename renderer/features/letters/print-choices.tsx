import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { api } from '#renderer/api/client.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showProblem } from '#renderer/state/notices.ts';
import { ChoiceField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { LetterKind, LetterLanguage, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import { LetterFormat } from '#shared/contract/letters.ts';
import type { Language } from '#shared/contract/primitives.ts';
import styles from './letters.module.css';
import { wordsFor } from './words-for.ts';

export type LetterChoices = {
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  /** Null while what is typed is no date. */
  readonly issuedOn: string | null;
  readonly format: LetterFormat;
  /** Null for the letters' own folder. */
  readonly folder: string | null;
};

/** What the officer chose last time, as long as the window is open. */
let remembered: Pick<LetterChoices, 'language' | 'format' | 'folder'> | null = null;

export function rememberChoices({ language, format, folder }: LetterChoices): void {
  remembered = { language, format, folder };
}

export function startChoices(kind: LetterKind, language: Language, issuedOn: string): LetterChoices {
  const first = { language: language === 'kk' ? 'kk' : 'ru', format: 'docx', folder: null } as const;
  return inKnownLanguage({ ...(remembered ?? first), kind, issuedOn });
}

/** Choices in a language that the kind of paper comes in. */
function inKnownLanguage(choices: LetterChoices): LetterChoices {
  const { languages } = letterKindFacts(choices.kind);
  const [first = 'kk'] = languages;
  return languages.includes(choices.language) ? choices : { ...choices, language: first };
}

type Props = {
  readonly choices: LetterChoices;
  readonly kinds: readonly LetterKind[];
  readonly onChange: (next: LetterChoices) => void;
};

/** What to print, in which language, on which date, in which form and where to. */
export function PrintChoices({ choices, kinds, onChange }: Props) {
  const { t, word, locale } = useLanguage();
  const words = wordsFor(choices.kind);
  const chooseFolder = async (): Promise<void> => {
    const result = await api('files.choose', { purpose: 'folder' });
    if (!result.ok) showProblem(result.error);
    else if (result.value.path !== null) onChange({ ...choices, folder: result.value.path });
  };
  return (
    <>
      {kinds.length > 1 && (
        <ChoiceField
          label={t('letters.kind')}
          required
          autoFocus
          value={choices.kind}
          options={kinds.map(value => ({ value, label: locale.capitalize(word(`states.letterKind.${value}`)) }))}
          onChange={value =>
            onChange(inKnownLanguage({ ...choices, kind: LetterKind.catch(choices.kind).parse(value) }))
          }
        />
      )}
      <ChoiceField
        label={t(words.language)}
        required
        autoFocus={kinds.length === 1}
        value={choices.language}
        options={letterKindFacts(choices.kind).languages.map(value => ({
          value,
          label: word(`states.letterLanguage.${value}`),
        }))}
        onChange={value => onChange({ ...choices, language: LetterLanguage.catch(choices.language).parse(value) })}
      />
      <DateField
        label={t(words.issuedOn)}
        required
        value={choices.issuedOn}
        onChange={(issuedOn, problem) => onChange({ ...choices, issuedOn: problem === null ? issuedOn : null })}
      />
      <ChoiceField
        label={t('letters.format')}
        required
        value={choices.format}
        options={LetterFormat.options.map(value => ({ value, label: word(`letters.formats.${value}`) }))}
        onChange={value => onChange({ ...choices, format: LetterFormat.catch(choices.format).parse(value) })}
      />
      <div className={styles['folder']}>
        <span>{t('letters.folder')}</span>
        <span className={styles['folderName']}>{choices.folder ?? t('letters.folderOwn')}</span>
        <Button
          variant="default"
          leftSection={<IconFolder size={14} aria-hidden="true" />}
          onClick={() => void chooseFolder()}
        >
          {t('letters.folderChange')}
        </Button>
      </div>
    </>
  );
}
