import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { runCommand, warningsOf } from '#renderer/api/use-command.ts';
import { type CreateRequest, useDialogs } from '#renderer/state/dialogs.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts';
import { areas, emptyRecord } from './areas.ts';
import { type AreaDescriptor, type FieldDescriptor, fieldsOf, type Values } from './descriptor.ts';
import { FieldInput } from './field-input.tsx';
import { fieldMessage, fieldProblems, schemaProblems, warningMessage } from './field-problem.ts';
import styles from './record-panel.module.css';
import { useTools } from './tools.ts';

/** The dialogs in which records are made; one over the other when a picker makes what it refers to. */
export function CreateDialogs() {
  const creating = useDialogs(state => state.creating);
  return creating.map((request, level) => (
    // A dialog keeps its place in the stack as long as it is open.
    // oxlint-disable-next-line react/no-array-index-key
    <CreateDialog key={`${request.name}-${level}`} request={request} />
  ));
}

function CreateDialog({ request }: { readonly request: CreateRequest }) {
  const area = areas[request.name];
  const tools = useTools();
  const { closeCreate, keepDraft, drafts } = useDialogs.getState();
  const given = Object.keys(request.values).length > 0;
  const [values, setValues] = useState<Values>(() => ({
    ...emptyRecord(area),
    ...(given ? {} : drafts[area.name]),
    ...request.values,
  }));
  const [typing, setTyping] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const [all, setAll] = useState(false);
  const [running, setRunning] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const close = (): void => {
    keepDraft(area.name, given ? null : values);
    closeCreate();
  };

  const create = async (accepted: readonly string[]): Promise<void> => {
    const found = { ...schemaProblems(area.schema, values), ...typing };
    setProblems(found);
    if (Object.keys(found).length > 0) {
      if (!fieldsOf(area).every(field => field.main || !found[field.name])) setAll(true);
      focusFirstInvalid(form.current);
      return;
    }
    setRunning(true);
    const result = await runCommand<{ id: string }>(
      `${area.name}.create`,
      { ...values, ...(accepted.length > 0 ? { accepted: [...accepted] } : {}) },
      { handled: failure => fieldProblems(failure, fieldsOf(area)) !== null || warningsOf(failure).length > 0 },
    );
    setRunning(false);
    if (result.ok) {
      keepDraft(area.name, null);
      closeCreate();
      const entity = tools.word(`entities.${area.entity}`);
      const name = area.sections[0]?.fields.find(field => field.field.kind === 'text')?.name ?? '';
      showDone(tools.t('actions.created', { entity, title: String(values[name] ?? '') }), true);
      request.onCreated?.(result.value.id);
      return;
    }
    setWarnings(warningsOf(result.error).length > 0 ? [...accepted, ...warningsOf(result.error)] : []);
    setProblems(fieldProblems(result.error, fieldsOf(area)) ?? {});
    focusFirstInvalid(form.current);
  };

  const change = (field: FieldDescriptor, value: unknown, problem: string | null): void => {
    setValues(present => ({ ...present, [field.name]: value }));
    setWarnings([]);
    setTyping(({ [field.name]: _solved, ...rest }) => (problem ? { ...rest, [field.name]: problem } : rest));
    setProblems(({ [field.name]: _solved, ...rest }) => rest);
  };

  return (
    <Dialog title={tools.word(`areas.${area.name}.create`)} size={720} onClose={close}>
      <form
        ref={form}
        noValidate
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault();
          event.stopPropagation();
          void create([]);
        }}
      >
        {sectionsOf(area, all).map((section, place) => (
          <fieldset key={section.title} className={styles['formSection']}>
            {all && <legend>{tools.word(`areas.sections.${section.title}`)}</legend>}
            <div className={styles['facts']}>
              {section.fields.map((field, index) => (
                <div key={field.name} className={styles['fact']} data-wide={field.wide || undefined}>
                  <FieldInput
                    descriptor={field}
                    tools={tools}
                    values={values}
                    label={tools.word(`fields.${area.entity}.${field.name}`)}
                    value={values[field.name]}
                    required={field.required}
                    autoFocus={place === 0 && index === 0}
                    error={problems[field.name] ? fieldMessage(tools, problems[field.name] ?? '') : undefined}
                    onChange={(value, problem) => change(field, value, problem)}
                  />
                </div>
              ))}
            </div>
          </fieldset>
        ))}
        {warnings.length > 0 && (
          <div className={styles['warnings']} role="alert">
            {warnings.map(code => (
              <p key={code}>{warningMessage(tools, code)}</p>
            ))}
          </div>
        )}
        <div className={styles['formActions']}>
          {hasMore(area) && (
            <Button variant="subtle" color="gray" onClick={() => setAll(!all)}>
              {all ? tools.t('records.fewerFields') : tools.t('records.moreFields')}
            </Button>
          )}
          <span className={styles['space']} />
          <Button variant="default" onClick={close}>
            {tools.t('records.cancel')}
          </Button>
          {warnings.length > 0 ? (
            <Button loading={running} onClick={() => void create(warnings)}>
              {tools.t('warnings.keep')}
            </Button>
          ) : (
            <Button type="submit" loading={running}>
              {tools.t('records.create')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

const hasMore = (area: AreaDescriptor): boolean => fieldsOf(area).some(field => !field.main);

function sectionsOf(area: AreaDescriptor, all: boolean): AreaDescriptor['sections'] {
  if (all) return area.sections;
  return area.sections
    .map(section => ({ ...section, fields: section.fields.filter(field => field.main) }))
    .filter(section => section.fields.length > 0);
}
