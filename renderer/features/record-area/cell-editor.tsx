import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { queryCache } from '#renderer/api/client.ts';
import { runCommand, warningsOf } from '#renderer/api/use-command.ts';
import type { EditorProps } from '#renderer/ui/data-table-types.ts';
import { isMaskedIin } from '#shared/domain/masked-iin.ts';
import { problemText } from '#shared/text/translator.ts';
import type { AreaDescriptor, FieldDescriptor, Tools } from './descriptor.ts';
import { keepsEditing, sameValue } from './editable-field.tsx';
import { FieldInput } from './field-input.tsx';
import { fieldMessage, warningMessage } from './field-problem.ts';
import styles from './list-edit.module.css';

type Props = EditorProps & {
  readonly area: AreaDescriptor;
  readonly descriptor: FieldDescriptor;
  readonly tools: Tools;
};

type End = Parameters<EditorProps['onEnd']>[0];
type Draft = { readonly value: unknown; readonly problem: string | null };

const chosenAtOnce: ReadonlySet<string> = new Set([
  'choice',
  'dictionary',
  'reference',
  'boolean',
  'schoolYear',
  'legalForm',
]);

/** A cell that is typed into: Enter and Tab save and go on, Esc gives the old value back; what is refused stays typed with the reason below. */
export function CellEditor({ area, descriptor, tools, row, typed, onEnd }: Props) {
  const { name, field } = descriptor;
  // A masked number is not what is kept: the cell begins empty, and left empty it changes nothing.
  const stored = isMaskedIin(row[name]) ? null : (row[name] ?? null);
  const [draft, setDraft] = useState<Draft>({ value: stored, problem: null });
  const [message, setMessage] = useState<string | null>(null);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const root = useRef<HTMLDivElement>(null);
  const state = useRef<'open' | 'saving' | 'closed'>('open');
  const label = tools.word(`fields.${area.entity}.${name}`);

  useEffect(() => {
    const input = root.current?.querySelector<HTMLInputElement>('input:not([type=hidden])');
    if (!input || typed === null || input.readOnly) return input?.select();
    // The field reads what is typed as it always does: the first key goes the way of the others.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, [typed]);
  useEffect(() => {
    if (message !== null || warnings.length > 0) root.current?.scrollIntoView({ block: 'nearest' });
  }, [message, warnings]);

  const end = (to: End): void => {
    state.current = 'closed';
    onEnd(to);
  };
  const save = async ({ value, problem }: Draft, to: End): Promise<void> => {
    if (state.current !== 'open') return;
    if (problem) return setMessage(fieldMessage(tools, problem));
    if (sameValue(value, stored)) return end(to);
    const checked = area.schema.shape[name]?.safeParse(value);
    if (checked && !checked.success)
      return setMessage(
        fieldMessage(tools, value === null || value === '' ? 'required' : (checked.error.issues[0]?.message ?? '')),
      );
    state.current = 'saving';
    const { id, revision } = row;
    const accepted = warnings.length > 0 ? { accepted: warnings } : {};
    const result = await runCommand(
      `${area.name}.update`,
      { id, revision, patch: { [name]: value }, ...accepted },
      { handled: () => true },
    );
    state.current = 'open';
    if (result.ok) return end(to);
    const { error } = result;
    if (error.code === 'stale') queryCache.invalidate([area.entity]);
    const beside = error.fields?.[name] ?? Object.values(error.fields ?? {})[0];
    const refused = beside ? fieldMessage(tools, beside) : problemText(tools.t, error);
    setWarnings(warningsOf(error).length > 0 ? [...warnings, ...warningsOf(error)] : []);
    setMessage(warningsOf(error).length > 0 ? null : error.code === 'stale' ? tools.t('records.stale') : refused);
  };

  return (
    <div
      ref={root}
      className={styles['cell']}
      data-refused={message !== null || warnings.length > 0 || undefined}
      onClick={event => event.stopPropagation()}
      onDoubleClick={event => event.stopPropagation()}
      onKeyDown={event => {
        event.stopPropagation();
        const inList = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
        if (event.key === 'Escape') {
          event.preventDefault();
          end('stay');
        } else if (event.key === 'Tab') {
          event.preventDefault();
          void save(draft, event.shiftKey ? 'left' : 'right');
        } else if (
          event.key === 'Enter' &&
          !(inList && chosenAtOnce.has(field.kind)) &&
          !(event.target instanceof HTMLButtonElement)
        ) {
          event.preventDefault();
          void save(draft, 'down');
        }
      }}
      onBlur={() => {
        window.setTimeout(() => {
          const focus = document.activeElement;
          const inside = focus !== null && (root.current?.contains(focus) || keepsEditing(focus));
          if (!inside && root.current && message === null && warnings.length === 0) void save(draft, 'stay');
        }, 0);
      }}
    >
      <FieldInput
        descriptor={descriptor}
        tools={tools}
        values={row}
        label={label}
        value={draft.value}
        error={message ?? undefined}
        autoFocus
        onChange={(value, problem) => {
          setDraft({ value, problem });
          setMessage(null);
          setWarnings([]);
        }}
        onChosen={value => {
          if (chosenAtOnce.has(field.kind)) void save({ value, problem: null }, 'stay');
        }}
      />
      {warnings.length > 0 && (
        <div className={styles['warnings']} role="alert">
          {warnings.map(code => (
            <p key={code}>{warningMessage(tools, code)}</p>
          ))}
          <Button size="compact-sm" variant="default" onClick={() => void save(draft, 'stay')}>
            {tools.t('warnings.keep')}
          </Button>
        </div>
      )}
    </div>
  );
}
