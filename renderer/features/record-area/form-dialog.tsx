import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { warningsOf } from '#renderer/api/use-command.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts';
import type { Result } from '#shared/result.ts';
import type { FieldDescriptor, Tools, Values } from './descriptor.ts';
import { FieldInput } from './field-input.tsx';
import { fieldMessage, warningMessage } from './field-problem.ts';
import styles from './record-panel.module.css';

/** A field of a small form: its label is a text key, its name the key of its value and of messages about it. */
export type FormField = FieldDescriptor & { readonly label: string };

type Props = {
  readonly title: string;
  readonly help?: string;
  readonly tools: Tools;
  readonly fields: readonly FormField[];
  readonly start: Values;
  readonly action: string;
  readonly size?: number;
  /** Values that limit choices without being fields of the form, such as the firm. */
  readonly around?: Values;
  /** Runs the command; what is answered decides whether the form closes. `accepted`: warnings overruled by the officer. */
  readonly submit: (values: Values, accepted: readonly string[]) => Promise<Result<unknown>>;
  readonly onClose: () => void;
  /** More of the form, below its fields. */
  readonly children?: ReactNode;
};

/** The last part of a path such as `changes.endsOn`, by which forms know their fields. */
const lastPart = (path: string): string => path.split('.').at(-1) ?? path;

/** A small form in a dialog: what is refused stays on the screen beside its field, what is doubtful can be kept. */
export function FormDialog(props: Props) {
  const { title, help, tools, fields, start, action, size = 560, around = {}, submit, onClose, children } = props;
  const [values, setValues] = useState<Values>(start);
  const [typing, setTyping] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const [running, setRunning] = useState(false);
  const [general, setGeneral] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const send = async (): Promise<void> => {
    const missing = fields
      .filter(field => field.required && (values[field.name] ?? '') === '')
      .map(field => [field.name, 'required'] as const);
    const found = { ...Object.fromEntries(missing), ...typing };
    setProblems(found);
    setGeneral(null);
    if (Object.keys(found).length > 0) return focusFirstInvalid(form.current);
    setRunning(true);
    const result = await submit(values, warnings);
    setRunning(false);
    if (result.ok) return onClose();
    const { error } = result;
    const open = warningsOf(error);
    const known = new Set(fields.map(field => field.name));
    const beside = Object.entries(error.fields ?? {}).map(([path, code]) => [lastPart(path), code] as const);
    const stray = beside.find(([name]) => !known.has(name));
    setWarnings(open.length > 0 ? [...warnings, ...open] : []);
    setProblems(open.length > 0 ? {} : Object.fromEntries(beside));
    focusFirstInvalid(form.current);
    if (open.length === 0 && stray) setGeneral(stray[1]);
    if (open.length === 0 && beside.length === 0) showProblem(error);
  };
  const change = (name: string, value: unknown, problem: string | null): void => {
    setValues(present => ({ ...present, [name]: value }));
    setWarnings([]);
    setTyping(({ [name]: _solved, ...rest }) => (problem ? { ...rest, [name]: problem } : rest));
    setProblems(({ [name]: _solved, ...rest }) => rest);
  };
  return (
    <Dialog title={title} size={size} onClose={running ? null : onClose}>
      <form
        ref={form}
        className={styles['form']}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void send();
        }}
      >
        {help && <p className={styles['quiet']}>{help}</p>}
        <div className={styles['facts']}>
          {fields.map((field, index) => {
            const problem = problems[field.name];
            return (
              <div key={field.name} className={styles['fact']} data-wide={field.wide || undefined}>
                <FieldInput
                  descriptor={field}
                  tools={tools}
                  values={{ ...around, ...values }}
                  label={tools.word(field.label)}
                  value={values[field.name] ?? null}
                  required={field.required}
                  autoFocus={index === 0}
                  error={problem ? fieldMessage(tools, problem) : undefined}
                  onChange={(value, wrong) => change(field.name, value, wrong)}
                />
              </div>
            );
          })}
        </div>
        {children}
        {general && <p role="alert">{fieldMessage(tools, general)}</p>}
        <div className={styles['warnings']} role="alert">
          {warnings.map(code => (
            <p key={code}>{warningMessage(tools, code)}</p>
          ))}
        </div>
        <div className={styles['formActions']}>
          <span className={styles['space']} />
          <Button variant="default" onClick={onClose}>
            {tools.t('records.cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {warnings.length > 0 ? tools.t('warnings.keep') : action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
