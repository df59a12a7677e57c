import { ActionIcon, Button } from '@mantine/core';
import { IconEye, IconEyeOff, IconPencil } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { queryCache } from '#renderer/api/client.ts';
import type { AnyRecord } from '#renderer/api/records.ts';
import { runCommand, warningsOf } from '#renderer/api/use-command.ts';
import { useMasking } from '#renderer/app/use-masking.ts';
import type { AreaDescriptor, FieldDescriptor, Tools } from './descriptor.ts';
import { FieldInput } from './field-input.tsx';
import { fieldMessage, schemaProblems, warningMessage } from './field-problem.ts';
import { formatValue } from './format-value.ts';
import { RecordLink } from './record-link.tsx';
import styles from './record-panel.module.css';

type Props = {
  readonly area: AreaDescriptor;
  readonly descriptor: FieldDescriptor;
  readonly detail: AnyRecord;
  readonly tools: Tools;
  /** Goes on to the next record, after Ctrl+Enter has saved. */
  readonly onNext?: (() => void) | undefined;
};

type Draft = { readonly value: unknown; readonly problem: string | null };

const chosenAtOnce = new Set(['choice', 'dictionary', 'reference', 'boolean', 'schoolYear', 'legalForm', 'date']);

/** One fact of a record: read, pressed, typed over, saved. Enter saves, Esc puts the old value back. */
export function EditableField({ area, descriptor, detail, tools, onNext }: Props) {
  const { name, field } = descriptor;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState<{ readonly value: unknown; readonly revision: number } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const saving = useRef(false);
  const labelId = useId();
  const label = tools.word(`fields.${area.entity}.${name}`);
  const stored = saved !== null && saved.revision > detail.revision ? saved.value : detail[name];
  const whole = formatValue(
    field,
    stored,
    tools,
    saved !== null && saved.revision > detail.revision ? undefined : detail,
  );
  const [uncovered, setUncovered] = useState(false);
  const mask = useMasking();
  const covered = field.kind === 'identifier' ? mask(whole, name) : whole;
  const shown = uncovered ? whole : covered;

  useEffect(() => {
    if (saved !== null && detail.revision >= saved.revision) setSaved(null);
  }, [detail.revision, saved]);

  const stop = (): void => {
    setDraft(null);
    setError(null);
    setWarnings([]);
    const focus = document.activeElement;
    const mine = focus === null || focus === document.body || root.current?.contains(focus) || keepsEditing(focus);
    if (mine) window.setTimeout(() => button.current?.focus(), 0);
  };

  const save = async (next: Draft, accepted: readonly string[] = [], then?: () => void): Promise<void> => {
    if (saving.current) return;
    if (next.problem) return setError(next.problem);
    if (sameValue(next.value, stored)) {
      stop();
      return then?.();
    }
    const problem = schemaProblems(area.schema, { ...detail, [name]: next.value })[name];
    if (problem) return setError(problem);
    saving.current = true;
    const request = {
      id: detail.id,
      revision: detail.revision,
      patch: { [name]: next.value },
      ...(accepted.length > 0 ? { accepted: [...accepted] } : {}),
    };
    const result = await runCommand<{ revision: number }>(`${area.name}.update`, request, {
      handled: failure =>
        failure.code === 'stale' || failure.fields?.[name] !== undefined || warningsOf(failure).length > 0,
    });
    saving.current = false;
    if (result.ok) {
      setSaved({ value: next.value, revision: result.value.revision });
      stop();
      return then?.();
    }
    const codes = warningsOf(result.error);
    if (codes.length > 0) setWarnings([...accepted, ...codes]);
    else if (result.error.code === 'stale') {
      setError('stale');
      queryCache.refresh(`${area.name}.get`, { id: detail.id });
    } else setError(result.error.fields?.[name] ?? null);
  };

  if (draft === null) {
    const isLink = field.kind === 'reference' && typeof stored === 'string' && stored !== '';
    return (
      <div className={styles['fact']} data-wide={descriptor.wide || undefined} ref={root}>
        <span className={styles['factLabel']} id={labelId}>
          {label}
        </span>
        <div className={styles['factValue']}>
          {isLink && field.kind === 'reference' && (
            <RecordLink name={field.name} id={stored}>
              {shown}
            </RecordLink>
          )}
          <button
            ref={button}
            type="button"
            className={styles['factButton']}
            data-link={isLink || undefined}
            data-empty={shown === '' || undefined}
            data-long={field.kind === 'long' || undefined}
            aria-label={`${tools.t('records.edit', { field: label })}${isLink || shown === '' ? '' : `: ${shown}`}`}
            onClick={() => {
              if (window.getSelection()?.type === 'Range') return;
              setDraft({ value: stored ?? null, problem: null });
            }}
            onKeyDown={event => {
              const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
              const typed = plain && event.key.length === 1 && event.key !== ' ';
              if (event.key !== 'F2' && !typed) return;
              event.preventDefault();
              const over = typed && (field.kind === 'text' || field.kind === 'identifier');
              setDraft({ value: over ? event.key : (stored ?? null), problem: null });
            }}
          >
            {isLink ? <IconPencil size={14} aria-hidden="true" /> : shown === '' ? '—' : shown}
          </button>
          {covered !== whole && (
            <ActionIcon
              aria-label={tools.t(uncovered ? 'records.cover' : 'records.uncover', { field: label })}
              aria-pressed={uncovered}
              onClick={() => setUncovered(!uncovered)}
            >
              {uncovered ? <IconEyeOff size={16} /> : <IconEye size={16} />}
            </ActionIcon>
          )}
        </div>
      </div>
    );
  }

  const message = error === 'stale' ? tools.t('records.stale') : error ? fieldMessage(tools, error) : undefined;
  return (
    <div
      ref={root}
      className={styles['fact']}
      data-wide={descriptor.wide || undefined}
      data-editing
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          event.preventDefault();
          stop();
        }
        const submits = event.key === 'Enter' && (field.kind !== 'long' || event.ctrlKey || event.metaKey);
        const inList = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
        if (submits && !inList && !(event.target instanceof HTMLButtonElement)) {
          event.preventDefault();
          const goesOn = (event.ctrlKey || event.metaKey) && field.kind !== 'long';
          void save(draft, warnings, goesOn ? onNext : undefined);
        }
      }}
      onBlur={() => {
        window.setTimeout(() => {
          const focus = document.activeElement;
          const inside = focus !== null && (root.current?.contains(focus) || keepsEditing(focus));
          if (!inside && root.current && warnings.length === 0 && error === null) void save(draft);
        }, 0);
      }}
    >
      <FieldInput
        descriptor={descriptor}
        tools={tools}
        values={detail}
        label={label}
        value={draft.value}
        error={message}
        required={descriptor.required}
        autoFocus
        onChange={(value, problem) => {
          setDraft({ value, problem });
          setError(null);
          setWarnings([]);
        }}
        onChosen={value => {
          if (chosenAtOnce.has(field.kind)) void save({ value, problem: null });
        }}
      />
      {(warnings.length > 0 || error !== null) && (
        <div className={styles['warnings']}>
          {warnings.map(code => (
            <p key={code}>{warningMessage(tools, code)}</p>
          ))}
          <div className={styles['warningActions']}>
            {(warnings.length > 0 || error === 'stale') && (
              <Button size="compact-sm" variant="default" onClick={() => void save(draft, warnings)}>
                {warnings.length > 0 ? tools.t('warnings.keep') : tools.t('records.retry')}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" color="gray" onClick={stop}>
              {tools.t('records.cancel')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Whether an element belongs to a field that floats elsewhere, such as its calendar. */
export const keepsEditing = (element: Element): boolean => element.closest('[data-keeps-editing]') !== null;

/** Whether two values of a field mean the same: nothing and an empty text do. */
export function sameValue(a: unknown, b: unknown): boolean {
  const plain = (value: unknown): unknown => (value === undefined || value === '' ? null : value);
  const left = plain(typeof a === 'string' ? a.trim() : a);
  return left === plain(b) || JSON.stringify(left) === JSON.stringify(plain(b));
}
