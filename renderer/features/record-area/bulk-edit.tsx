import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { mostChangedRows } from '#shared/contract/list-changes.ts';
import { bulkFields } from './bulk-fields.ts';
import { ChangePreview, type RowChange } from './change-preview.tsx';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import { FieldInput } from './field-input.tsx';
import { fieldMessage } from './field-problem.ts';
import styles from './list-edit.module.css';

type Props = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly count: number;
  /** The selected rows, read when they are needed; null when they could not be. */
  readonly rows: () => Promise<readonly AnyRecord[] | null>;
  readonly onDone: () => void;
};

/** Gives many records one value: the field, the value, what will change, then all at once with one undo. */
export function BulkEdit(props: Props) {
  const { area, tools } = props;
  const [open, setOpen] = useState(false);
  if (bulkFields(area).length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {tools.t('lists.change')}
      </Button>
      {open && <BulkDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function BulkDialog({ area, tools, count, rows, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const { t, word } = tools;
  const fields = useMemo(() => bulkFields(area), [area]);
  const [name, setName] = useState(fields[0]?.name ?? '');
  const [value, setValue] = useState<unknown>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const [reading, setReading] = useState(false);
  const [changes, setChanges] = useState<readonly RowChange[] | null>(null);
  const descriptor = fields.find(field => field.name === name);
  const tooMany = count > mostChangedRows;

  const preview = async (): Promise<void> => {
    setShown(true);
    if (problem !== null || tooMany) return;
    setReading(true);
    const found = await rows();
    setReading(false);
    setChanges(found?.map(({ id, revision }) => ({ id, revision, patch: { [name]: value } })) ?? null);
  };
  return (
    <Dialog title={t('lists.changeTitle', { count })} size={changes ? 860 : 520} onClose={onClose}>
      {changes ? (
        <ChangePreview
          area={area}
          tools={tools}
          changes={changes}
          backLabel={t('lists.changeBack')}
          onBack={() => setChanges(null)}
          onDone={() => {
            onClose();
            onDone();
          }}
        />
      ) : (
        <form
          noValidate
          className={styles['form']}
          onSubmit={event => {
            event.preventDefault();
            void preview();
          }}
        >
          <Select
            label={t('lists.changeField')}
            data={fields.map(field => ({ value: field.name, label: word(`fields.${area.entity}.${field.name}`) }))}
            value={name}
            searchable
            allowDeselect={false}
            data-autofocus
            comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: true }}
            onChange={next => {
              if (next === null) return;
              setName(next);
              setValue(null);
              setProblem(null);
              setShown(false);
            }}
          />
          {descriptor && (
            <FieldInput
              key={name}
              descriptor={descriptor}
              tools={tools}
              values={{}}
              label={t('lists.changeTo')}
              value={value}
              error={shown && problem ? fieldMessage(tools, problem) : undefined}
              onChange={(next, wrong) => {
                setValue(next);
                setProblem(wrong);
                setShown(false);
              }}
            />
          )}
          <p className={styles['quiet']} role={tooMany ? 'alert' : undefined}>
            {tooMany ? t('lists.changeTooMany', { most: mostChangedRows, count }) : t('lists.changeEmpty')}
          </p>
          <div className={styles['actions']}>
            <Button variant="default" onClick={onClose}>
              {t('records.cancel')}
            </Button>
            <Button type="submit" loading={reading} disabled={tooMany}>
              {t('lists.changePreview')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
