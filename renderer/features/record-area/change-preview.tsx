import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import { problemText } from '#shared/text/translator.ts';
import { type AreaDescriptor, fieldsOf, type Tools } from './descriptor.ts';
import { fieldMessage, warningMessage } from './field-problem.ts';
import { formatValue } from './format-value.ts';
import styles from './list-edit.module.css';

export type RowChange = Pick<AnyRecord, 'id' | 'revision'> & { readonly patch: Readonly<Record<string, unknown>> };
type Preview = Output<'lists.previewChange'>;
type PreviewRow = Preview['rows'][number];

/** A cell that could not be read before any rule was asked. */
export type UnreadCell = {
  readonly title: string;
  readonly field: string;
  readonly text: string;
  readonly message: string;
};

type Props = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly changes: readonly RowChange[];
  readonly unread?: readonly UnreadCell[];
  readonly onBack: () => void;
  readonly backLabel: string;
  readonly onDone: () => void;
};

const mostShown = 200;
const order: Readonly<Record<PreviewRow['outcome'], number>> = { refused: 0, warned: 1, changed: 2, same: 3 };

/** What a change of many rows will do, row by row, before it is made: old and new values, and what the rules refuse. */
export function ChangePreview({ area, tools, changes, unread = [], onBack, backLabel, onDone }: Props) {
  const { t } = tools;
  const [preview, setPreview] = useState<Preview | null>(null);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);

  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      if (changes.length === 0) return setPreview({ rows: [], names: {} });
      const result = await runCommand<Preview>('lists.previewChange', {
        list: area.name,
        items: changes,
        ...(accepted.length > 0 ? { accepted } : {}),
      });
      if (!left && result.ok) setPreview(result.value);
    };
    void ask();
    return () => {
      left = true;
    };
  }, [area.name, changes, accepted, attempt]);

  const apply = useRef<HTMLButtonElement>(null);
  const ready = preview !== null;
  useEffect(() => {
    // What the keyboard stood on is gone: the dialog shows something else now.
    if (ready) focusEnabled(apply.current);
  }, [ready]);
  const rows = useMemo(
    () => (preview?.rows ?? []).toSorted((one, other) => order[one.outcome] - order[other.outcome]),
    [preview],
  );
  const count = (outcome: PreviewRow['outcome']): number => rows.filter(row => row.outcome === outcome).length;
  const changed = new Set(rows.filter(row => row.outcome === 'changed').map(row => row.id));
  const warnings = [...new Set(rows.flatMap(row => row.warnings))];

  const change = async (): Promise<void> => {
    setRunning(true);
    const result = await runCommand<Output<'lists.change'>>('lists.change', {
      list: area.name,
      items: changes.filter(change => changed.has(change.id)),
      ...(accepted.length > 0 ? { accepted } : {}),
    });
    setRunning(false);
    if (!result.ok) return setAttempt(attempt + 1);
    showDone(t('actions.updatedMany', { count: result.value.changed }), true);
    onDone();
  };

  if (preview === null) return <Skeleton rows={6} />;
  return (
    <div className={styles['preview']}>
      <p role="status">
        {t('lists.changeSummary', {
          changed: changed.size,
          same: count('same'),
          refused: count('refused') + unread.length,
        })}
      </p>
      {warnings.length > 0 && (
        <div className={styles['warnings']}>
          {warnings.map(code => (
            <p key={code}>{warningMessage(tools, code)}</p>
          ))}
          <Button size="compact-sm" variant="default" onClick={() => setAccepted([...accepted, ...warnings])}>
            {t('lists.changeAccept', { count: count('warned') })}
          </Button>
        </div>
      )}
      {/* The table scrolls: the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('lists.changePreview')}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('lists.changeRecord')}</th>
              <th scope="col">{t('lists.changeField')}</th>
              <th scope="col">{t('lists.changeOld')}</th>
              <th scope="col">{t('lists.changeNew')}</th>
              <th scope="col">{t('lists.changeOutcome')}</th>
            </tr>
          </thead>
          <tbody>
            {unread.map(({ title, field, text, message }) => (
              <tr key={`${title}\t${field}`} data-outcome="refused">
                <th scope="row">{title}</th>
                <td>{field}</td>
                <td>—</td>
                <td>{text}</td>
                <td>{message}</td>
              </tr>
            ))}
            {rows.slice(0, mostShown).map(row => (
              <ValueLines key={row.id} area={area} tools={tools} row={row} names={preview.names} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostShown && (
        <p className={styles['quiet']}>{t('lists.changeMore', { shown: mostShown, count: rows.length })}</p>
      )}
      <div className={styles['actions']}>
        <Button variant="default" onClick={onBack}>
          {backLabel}
        </Button>
        <Button loading={running} disabled={changed.size === 0} ref={apply} onClick={() => void change()}>
          {t('lists.changeApply', { count: changed.size })}
        </Button>
      </div>
    </div>
  );
}

/** Puts the keyboard on a button, or on the one before it when it cannot be pressed. */
function focusEnabled(button: HTMLButtonElement | null): void {
  const before = button?.previousElementSibling;
  if (button?.disabled === true && before instanceof HTMLElement) before.focus();
  else button?.focus();
}

type LineProps = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly row: PreviewRow;
  readonly names: Preview['names'];
};

function ValueLines({ area, tools, row, names }: LineProps) {
  const fields = Object.keys(row.after).filter(
    field => Object.keys(row.after).length === 1 || row.before[field] !== row.after[field],
  );
  const text = (name: string, value: unknown): string => {
    const field = fieldsOf(area).find(known => known.name === name)?.field;
    if (!field || value === null || value === undefined || value === '') return '—';
    return field.kind === 'reference' ? (names[String(value)] ?? '—') : formatValue(field, value, tools);
  };
  return fields.map((name, index) => (
    <tr key={name} data-outcome={row.outcome}>
      {index === 0 && (
        <th scope="row" rowSpan={fields.length}>
          {row.title}
        </th>
      )}
      <td>{tools.word(`fields.${area.entity}.${name}`)}</td>
      <td>{text(name, row.before[name])}</td>
      <td>{row.outcome === 'same' ? '' : text(name, row.after[name])}</td>
      {index === 0 && <td rowSpan={fields.length}>{outcomeText(tools, row)}</td>}
    </tr>
  ));
}

/** What becomes of a row, in words: the rule's own where it refuses. */
function outcomeText(tools: Tools, row: PreviewRow): string {
  const { t } = tools;
  if (row.outcome === 'changed') return t('lists.outcomeChanged');
  if (row.outcome === 'same') return t('lists.outcomeSame');
  if (row.outcome === 'warned') return row.warnings.map(code => warningMessage(tools, code)).join(' ');
  const messages = Object.values(row.problem?.fields ?? {}).map(code => fieldMessage(tools, code));
  if (messages.length > 0) return [...new Set(messages)].join(' ');
  return problemText(t, { code: row.problem?.code ?? 'refused', params: row.problem?.params ?? {} } as never);
}
