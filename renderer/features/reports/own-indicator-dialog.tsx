import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { ReportArea } from '#shared/contract/reports.ts';
import styles from './reports.module.css';

type Fields = Omit<Input<'ownIndicators.create'>, 'accepted'>;
type Own = Output<'ownIndicators.get'>;
type Choices = Output<'indicators.choices'>[number];

const fresh: Fields = {
  nameRu: '',
  nameKk: '',
  nameEn: null,
  note: null,
  area: 'placements',
  filter: {},
  viewName: null,
  timing: 'active',
  measure: 'rows',
  dimension: null,
  wholeFilter: null,
  wholeViewName: null,
};

type Props = { readonly id: string | null; readonly language: Language; readonly onClose: () => void };

/** An indicator from a list, a saved filter and a way to count: nothing has to be programmed. */
export function OwnIndicatorDialog({ id, onClose }: Props) {
  const { t } = useLanguage();
  const choices = useQuery('indicators.choices', {});
  const known = useQuery('ownIndicators.get', id === null ? null : { id });
  const title = id === null ? t('indicators.form.newTitle') : t('indicators.form.editTitle');
  const problem = choices.problem ?? known.problem;
  const ready = choices.data !== undefined && (id === null || known.data !== undefined);
  return (
    <Dialog title={title} size={760} onClose={onClose}>
      {problem && <ErrorNotice problem={problem} onRetry={known.refresh} />}
      {ready ? <Form choices={choices.data ?? []} own={known.data ?? null} onClose={onClose} /> : <Skeleton rows={8} />}
    </Dialog>
  );
}

type FormProps = { readonly choices: readonly Choices[]; readonly own: Own | null; readonly onClose: () => void };

function Form({ choices, own, onClose }: FormProps) {
  const { t, word } = useLanguage();
  const [fields, setFields] = useState<Fields>(own === null ? fresh : pickFields(own));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const creation = useCommand('ownIndicators.create');
  const change = useCommand('ownIndicators.update');
  const set = (part: Partial<Fields>): void => {
    setFields({ ...fields, ...part });
    setProblems(rest => Object.fromEntries(Object.entries(rest).filter(([field]) => !(field in part))));
  };
  const choice = choices.find(one => one.area === fields.area);
  const error = (field: keyof Fields): string | null => {
    const key = problems[field];
    return key === undefined ? null : word(`validation.${key}`);
  };
  const chooseArea = (area: string | null): void => {
    const next = choices.find(one => one.area === area);
    if (next === undefined) return;
    const { filter, viewName, wholeFilter, wholeViewName } = fresh;
    const measure = next.measures.includes(fields.measure) ? fields.measure : 'rows';
    const timing = next.timings[0] ?? 'none';
    set({ area: next.area, timing, measure, dimension: null, filter, viewName, wholeFilter, wholeViewName });
  };
  const submit = async (): Promise<void> => {
    const missing = (['nameRu', 'nameKk'] as const).filter(name => fields[name].trim() === '');
    if (missing.length > 0) return setProblems(Object.fromEntries(missing.map(name => [name, 'required'])));
    const handled = { handled: ({ code }: { readonly code: string }) => code === 'validation' };
    const result =
      own === null
        ? await creation.run(fields, handled)
        : await change.run({ id: own.id, revision: own.revision, patch: fields }, handled);
    if (!result.ok) return setProblems(result.error.fields ?? {});
    const text = { entity: t('entities.ownIndicator'), title: fields.nameRu };
    showDone(t(own === null ? 'actions.created' : 'actions.updated', text), true);
    onClose();
  };
  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles['pair']}>
        <TextInput
          data-autofocus
          label={t('indicators.form.nameRu')}
          required
          value={fields.nameRu}
          maxLength={200}
          error={error('nameRu')}
          onChange={event => set({ nameRu: event.currentTarget.value })}
        />
        <TextInput
          label={t('indicators.form.nameKk')}
          required
          value={fields.nameKk}
          maxLength={200}
          error={error('nameKk')}
          onChange={event => set({ nameKk: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('indicators.form.nameEn')}
        description={t('indicators.form.nameEnHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={fields.nameEn ?? ''}
        maxLength={200}
        onChange={event => set({ nameEn: event.currentTarget.value })}
      />
      <div className={styles['pair']}>
        <Select
          label={t('indicators.form.area')}
          data={ReportArea.options.map(area => ({ value: area, label: word(`shell.screens.${area}`) }))}
          value={fields.area}
          allowDeselect={false}
          onChange={chooseArea}
        />
        <ViewSelect
          area={fields.area}
          label={t('indicators.form.view')}
          description={t('indicators.form.viewHelp')}
          filter={fields.filter}
          viewName={fields.viewName}
          error={error('filter')}
          onChange={(filter, viewName) => set({ filter, viewName })}
        />
      </div>
      <div className={styles['pair']}>
        <Select
          label={t('indicators.form.timing')}
          data={(choice?.timings ?? []).map(key => ({ value: key, label: word(`indicators.timings.${key}`) }))}
          value={fields.timing}
          allowDeselect={false}
          error={error('timing')}
          onChange={timing => timing !== null && set({ timing })}
        />
        <Select
          label={t('indicators.form.measure')}
          data={(choice?.measures ?? []).map(key => ({ value: key, label: word(`indicators.measures.${key}`) }))}
          value={fields.measure}
          allowDeselect={false}
          error={error('measure')}
          onChange={measure =>
            measure !== null && set({ measure, wholeFilter: measure === 'share' ? (fields.wholeFilter ?? {}) : null })
          }
        />
      </div>
      <div className={styles['pair']}>
        <Select
          label={t('indicators.form.dimension')}
          data={[
            { value: '', label: t('indicators.form.noDimension') },
            ...(choice?.dimensions ?? []).map(key => ({ value: key, label: word(`reports.columns.${key}`) })),
          ]}
          value={fields.dimension ?? ''}
          allowDeselect={false}
          error={error('dimension')}
          onChange={dimension => set({ dimension: dimension === '' ? null : dimension })}
        />
        {fields.measure === 'share' && (
          <ViewSelect
            area={fields.area}
            label={t('indicators.form.whole')}
            filter={fields.wholeFilter ?? {}}
            viewName={fields.wholeViewName}
            error={error('wholeFilter')}
            onChange={(wholeFilter, wholeViewName) => set({ wholeFilter, wholeViewName })}
          />
        )}
      </div>
      <Textarea
        label={t('indicators.form.note')}
        description={t('indicators.form.noteHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={fields.note ?? ''}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={event => set({ note: event.currentTarget.value })}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('records.cancel')}
        </Button>
        <Button type="submit" loading={creation.running || change.running}>
          {t('indicators.form.save')}
        </Button>
      </Group>
    </form>
  );
}

type ViewProps = {
  readonly area: ReportArea;
  readonly label: string;
  readonly description?: string;
  readonly filter: Fields['filter'];
  readonly viewName: string | null;
  readonly error: string | null;
  readonly onChange: (filter: Fields['filter'], viewName: string | null) => void;
};

const present = 'present';
const everything = 'everything';

/** A saved view of a list; its conditions are copied, so that a later change of the view does not change the figures. */
function ViewSelect({ area, label, description, filter, viewName, error, onChange }: ViewProps) {
  const { t } = useLanguage();
  const { data } = useQuery('savedViews.list', { filter: { list: area }, limit: 100 });
  const views = useMemo(() => data?.rows ?? [], [data]);
  const key = JSON.stringify(filter);
  const all = Object.keys(filter).length === 0;
  const chosen = views.find(view => view.name === viewName && JSON.stringify(view.filter) === key);
  const value = all ? everything : (chosen?.id ?? present);
  return (
    <Select
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      allowDeselect={false}
      data={[
        { value: everything, label: t('indicators.form.allRows') },
        ...(value === present ? [{ value: present, label: viewName ?? t('indicators.form.present') }] : []),
        ...views.map(view => ({
          value: view.id,
          label: view.search === '' ? view.name : t('indicators.form.searched', { name: view.name }),
          disabled: view.search !== '',
        })),
      ]}
      value={value}
      onChange={id => {
        const view = views.find(one => one.id === id);
        if (id === everything) onChange({}, null);
        else if (view !== undefined) onChange(view.filter, view.name);
      }}
    />
  );
}

function pickFields(own: Own): Fields {
  const { id: _id, revision: _revision, createdAt: _created, updatedAt: _updated, ...fields } = own;
  return fields;
}
