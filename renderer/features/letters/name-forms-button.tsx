import { Button, TextInput } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ChoiceField } from '#renderer/ui/fields/choice-field.tsx';
import { Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import { type NameCase, nameCases } from '#shared/contract/name-forms.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './letters.module.css';

type Sex = 'male' | 'female' | null;
type Person = { readonly name: string; readonly sex: Sex };

/** Opens the cases of a person's name as letters print them. */
export function NameFormsButton({ person, tools }: { readonly person: Person; readonly tools: Tools }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLanguage size={14} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {tools.t('letters.names.button')}
      </Button>
      {open && <NameFormsDialog person={person} tools={tools} onClose={() => setOpen(false)} />}
    </>
  );
}

type DialogProps = { readonly person: Person; readonly tools: Tools; readonly onClose: () => void };

function NameFormsDialog({ person, tools, onClose }: DialogProps) {
  const { t } = tools;
  const { data } = useQuery('nameForms.get', person);
  return (
    <Dialog title={t('letters.names.title', { name: person.name })} size={560} onClose={onClose}>
      {data === undefined ? (
        <Skeleton rows={8} />
      ) : (
        <NameFormsForm person={person} known={data} tools={tools} onClose={onClose} />
      )}
    </Dialog>
  );
}

function NameFormsForm({ person, known, tools, onClose }: DialogProps & { readonly known: Output<'nameForms.get'> }) {
  const { t, word } = tools;
  const set = useCommand('nameForms.set');
  const [sex, setSex] = useState<Sex>(known.sex);
  const [forms, setForms] = useState<Partial<Record<NameCase, string>>>(known.own);
  // What the rules make of the name follows the sex that is chosen here.
  const { data: made = known } = useQuery('nameForms.get', { name: person.name, sex });
  const save = async (): Promise<void> => {
    const own = sex === person.sex ? null : sex;
    const result = await set.run({ name: person.name, sex: own, forms });
    if (result.ok) onClose();
  };
  return (
    <form
      noValidate
      className={styles['names']}
      onSubmit={event => {
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
    >
      <p className={styles['quiet']}>{t('letters.names.help')}</p>
      <ChoiceField
        label={t('letters.names.sex')}
        value={sex}
        options={(['male', 'female'] as const).map(value => ({ value, label: word(`states.sex.${value}`) }))}
        onChange={value => setSex(value === 'male' || value === 'female' ? value : null)}
      />
      {nameCases.map(form => (
        <TextInput
          key={form}
          label={word(`letters.names.${form}`)}
          value={forms[form] ?? ''}
          placeholder={made.made[form]}
          spellCheck={false}
          onChange={event => {
            const { value } = event.currentTarget;
            setForms(present => ({ ...present, [form]: value }));
          }}
        />
      ))}
      <div className={styles['actions']}>
        <Button variant="default" onClick={onClose}>
          {t('records.cancel')}
        </Button>
        <Button type="submit" loading={set.running}>
          {t('records.save')}
        </Button>
      </div>
    </form>
  );
}
