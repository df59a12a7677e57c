import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { nameOfEntity } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { copyText } from '#renderer/ui/clipboard.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ReferencePicker } from '#renderer/ui/fields/reference-picker.tsx';
import { Skeleton } from '#renderer/ui/messages.tsx';
import { letterKindFacts } from '#shared/contract/letter-kinds.ts';
import type { LetterTemplate, TemplateField } from '#shared/contract/letters.ts';
import { fold } from '#shared/domain/folding.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './field-browser.module.css';
import { letterProblemText } from './letter-problem.ts';

type Props = {
  readonly template: LetterTemplate;
  readonly title: string;
  readonly tools: Tools;
  readonly onClose: () => void;
};

/** Every field of a template in the user's language: how it is written, what it says for one record, and a way to copy it. */
export function FieldBrowser({ template, title, tools, onClose }: Props) {
  const { t } = tools;
  const { kind, language } = template;
  const [id, setId] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const { data, problem } = useQuery('letters.fields', { kind, language, ...(id === null ? {} : { id }) });
  const records = nameOfEntity(letterKindFacts(kind).subject);
  const wanted = fold(search.trim());
  const shown = (data?.fields ?? []).filter(field =>
    fold([field.label, field.name, ...field.tags.map(({ tag }) => tag)].join(' ')).includes(wanted),
  );
  const used = new Set(data?.used);
  return (
    <Dialog title={t('letters.library.fieldsTitle', { template: title })} size={860} onClose={onClose}>
      <div className={styles['browser']}>
        <p className={styles['quiet']}>{t('letters.library.fieldsHelp')}</p>
        <div className={styles['tools']}>
          <TextInput
            label={t('letters.library.find')}
            value={search}
            spellCheck={false}
            onChange={event => setSearch(event.currentTarget.value)}
          />
          {records !== null && (
            <ReferencePicker
              name={records}
              label={t('letters.library.record')}
              value={id}
              given={null}
              onChange={next => setId(next)}
            />
          )}
        </div>
        {problem && (
          <p className={styles['problem']} role="alert">
            {letterProblemText(tools, problem)}
          </p>
        )}
        {data === undefined ? (
          !problem && <Skeleton rows={10} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
          <section className={styles['list']} tabIndex={0} aria-label={t('letters.library.fields')}>
            {shown.length === 0 && <p>{t('letters.library.none')}</p>}
            <FieldRows fields={shown.filter(({ list }) => list === null)} used={used} tools={tools} />
            {data.lists.map(list => {
              const rows = shown.filter(field => field.list === list.name);
              return (
                rows.length > 0 && (
                  <div key={list.name}>
                    <h3>
                      {t('letters.library.listRow', { list: list.label, open: list.open, close: list.close })}{' '}
                      <CopyButton text={list.open} tools={tools} />
                      <CopyButton text={list.close} tools={tools} />
                    </h3>
                    <FieldRows fields={rows} used={used} tools={tools} />
                  </div>
                )
              );
            })}
          </section>
        )}
      </div>
    </Dialog>
  );
}

type RowsProps = {
  readonly fields: readonly TemplateField[];
  readonly used: ReadonlySet<string>;
  readonly tools: Tools;
};

function FieldRows({ fields, used, tools }: RowsProps) {
  const { t } = tools;
  return (
    <ul>
      {fields.map(field => (
        <li key={`${field.list ?? ''} ${field.name}`}>
          <span className={styles['label']}>
            {field.label}
            {used.has(field.name) && (
              <span className={styles['used']}>
                <IconCheck size={12} aria-hidden="true" /> {t('letters.library.used')}
              </span>
            )}
          </span>
          <span className={styles['tags']}>
            {field.tags.map(({ tag, value }) => (
              <span key={tag}>
                <CopyButton text={tag} tools={tools} />
                {value !== null &&
                  (value === '' ? (
                    <em className={styles['quiet']}>{t('letters.library.blank')}</em>
                  ) : (
                    <span className={styles['value']}>{value}</span>
                  ))}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function CopyButton({ text, tools }: { readonly text: string; readonly tools: Tools }) {
  const { t } = tools;
  return (
    <Button
      variant="default"
      size="compact-xs"
      className={styles['copy'] ?? ''}
      rightSection={<IconCopy size={12} aria-hidden="true" />}
      aria-label={t('letters.library.copy', { tag: text })}
      onClick={() => {
        if (copyText(text)) showDone(t('letters.library.copied', { tag: text }));
      }}
    >
      {text}
    </Button>
  );
}
