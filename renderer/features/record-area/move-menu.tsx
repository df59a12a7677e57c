import { Button, Menu, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { runCommand, warningsOf } from '#renderer/api/use-command.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { today } from '#renderer/ui/today.ts';
import type { Problem } from '#shared/result.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import { fieldMessage, warningMessage } from './field-problem.ts';
import styles from './record-panel.module.css';

type Item = { readonly id: string; readonly revision: number };
type Move = { readonly to: string; readonly needsReason: boolean; readonly asksDay?: boolean };

type Props = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly moves: readonly Move[];
  /** The records to move, asked for when the move is made. */
  readonly items: () => Promise<readonly Item[]> | readonly Item[];
  readonly label: string;
  readonly subtle?: boolean;
};

type Items = Props['items'];
type Asked = Move & { readonly items: Items; readonly refusal?: Refusal };

/** Moves records to another state: `start` does it or asks in `dialog` for what the state needs; `ended` says whether they moved. */
export function useMoves(area: AreaDescriptor, tools: Tools, ended?: (moved: boolean) => void) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const kind = area.moves?.kind;
  const run = async (
    { items, ...move }: Asked,
    details: Readonly<Record<string, unknown>>,
  ): Promise<Refusal | null> => {
    if (!kind) return null;
    const chosen = await items();
    const result = await runCommand<{ moved: number }>(
      `${area.name}.move`,
      { items: chosen.map(({ id, revision }) => ({ id, revision })), to: move.to, ...details },
      { handled: failure => refusalOf(failure) !== null },
    );
    if (result.ok) {
      setAsked(null);
      const state = tools.word(`states.${kind}.${move.to}`);
      showDone(tools.t('actions.movedMany', { state, count: result.value.moved }), true);
      ended?.(true);
      return null;
    }
    const refusal = refusalOf(result.error);
    setAsked(refusal ? { ...move, items, refusal } : null);
    if (!refusal) ended?.(false);
    return refusal;
  };
  const start = (move: Move, items: Items): void => {
    if (!kind) return;
    if (move.needsReason || move.asksDay || needsMore(kind, move.to)) setAsked({ ...move, items });
    else void run({ ...move, items }, {});
  };
  const dialog = asked && kind && (
    <MoveDialog
      kind={kind}
      move={asked}
      tools={tools}
      onCancel={() => {
        setAsked(null);
        ended?.(false);
      }}
      onMove={details => run(asked, details)}
    />
  );
  return { start, dialog } as const;
}

/** Moves one record or many to another state; asks for what the state needs. */
export function MoveMenu({ area, tools, moves, items, label, subtle = false }: Props) {
  const { start, dialog } = useMoves(area, tools);
  const kind = area.moves?.kind;
  if (!kind || moves.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant={subtle ? 'default' : 'filled'} rightSection={<IconChevronDown size={14} />}>
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {moves.map(move => (
            <Menu.Item key={move.to} onClick={() => start(move, items)}>
              <StatusBadge kind={kind} value={move.to} plain />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}

/** What keeps a move from being made, as far as the dialog can solve it. */
type Refusal = { readonly fields: Readonly<Record<string, string>>; readonly warnings: readonly string[] };

function refusalOf(problem: Problem): Refusal | null {
  const warnings = warningsOf(problem);
  const fields = problem.fields ?? {};
  return warnings.length === 0 && Object.keys(fields).length === 0 ? null : { fields, warnings };
}

/** States that are entered with more than a press: an order has a number, a decision a date. */
function needsMore(kind: 'placement' | 'request', to: string): boolean {
  if (kind === 'placement') return to === 'ordered' || isDated(kind, to);
  return ['approved', 'approvedWithChanges', 'rejected', 'implemented', 'effectChecked'].includes(to);
}

/** Moves that happen on a day of their own, whatever the state before. */
const isDated = (kind: 'placement' | 'request', to: string): boolean =>
  kind === 'placement' ? to === 'interrupted' || to === 'endedEarly' : needsMore(kind, to);

/** What the dialog asks besides the day: fields of the request by their names in the command. */
const outcomeFields: Readonly<Record<string, readonly { readonly name: string; readonly field: string }[]>> = {
  implemented: [
    { name: 'proof', field: 'implementationProof' },
    { name: 'curriculumVersion', field: 'curriculumVersion' },
  ],
  effectChecked: [{ name: 'effect', field: 'effect' }],
};

type DialogProps = {
  readonly kind: 'placement' | 'request';
  readonly move: Move & { readonly refusal?: Refusal };
  readonly tools: Tools;
  readonly onCancel: () => void;
  readonly onMove: (details: Readonly<Record<string, unknown>>) => Promise<Refusal | null>;
};

/** What the day of a move is called. */
function dayLabel(kind: 'placement' | 'request', to: string) {
  if (kind === 'request') {
    if (to === 'implemented') return 'records.moveOnDone';
    return to === 'effectChecked' ? 'records.moveOnChecked' : 'records.moveOn';
  }
  if (to === 'interrupted') return 'records.moveOnBreak';
  return to === 'endedEarly' ? 'records.moveOnEnd' : 'records.moveOnReturn';
}

function MoveDialog({ kind, move, tools, onCancel, onMove }: DialogProps) {
  const { t } = tools;
  const [reason, setReason] = useState('');
  const [on, setOn] = useState<string | null>(today());
  const [dayProblem, setDayProblem] = useState<string | null>(null);
  const [orderNumber, setOrderNumber] = useState('');
  const [orderDate, setOrderDate] = useState<string | null>(today());
  const [outcome, setOutcome] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>(move.refusal?.fields ?? {});
  const [warnings, setWarnings] = useState<readonly string[]>(move.refusal?.warnings ?? []);
  const ordered = kind === 'placement' && move.to === 'ordered';
  const outcomes = kind === 'request' && !move.needsReason ? (outcomeFields[move.to] ?? []) : [];
  const dated = move.asksDay === true || isDated(kind, move.to);

  const submit = async (): Promise<void> => {
    if (dated && (dayProblem !== null || on === null)) return setProblems({ on: dayProblem ?? 'required' });
    if (move.needsReason && reason.trim() === '') return setProblems({ reason: 'reasonRequired' });
    const refusal = await onMove({
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(dated && on ? { on } : {}),
      ...(ordered ? { orderNumber: orderNumber.trim() || null, orderDate } : {}),
      ...Object.fromEntries(Object.entries(outcome).filter(([, text]) => text.trim() !== '')),
      ...(warnings.length > 0 ? { accepted: [...warnings] } : {}),
    });
    if (!refusal) return;
    setProblems(refusal.fields);
    setWarnings(refusal.warnings.length > 0 ? [...warnings, ...refusal.warnings] : []);
  };
  const message = (field: string): string | undefined =>
    problems[field] ? fieldMessage(tools, problems[field]) : undefined;
  return (
    <Dialog
      title={t('records.moveTitle', { state: tools.word(`states.${kind}.${move.to}`) })}
      size={480}
      onClose={onCancel}
    >
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        {dated && (
          <DateField
            label={t(dayLabel(kind, move.to))}
            value={on}
            onChange={(day, problem) => {
              setOn(day);
              setDayProblem(problem);
              setProblems(({ on: _solved, ...rest }) => rest);
            }}
            error={message('on')}
            autoFocus
          />
        )}
        {ordered && (
          <>
            <TextInput
              label={t('fields.placement.orderNumber')}
              value={orderNumber}
              error={message('orderNumber')}
              data-autofocus
              onChange={event => setOrderNumber(event.currentTarget.value)}
            />
            <DateField
              label={t('fields.placement.orderDate')}
              value={orderDate}
              onChange={setOrderDate}
              error={message('orderDate')}
            />
          </>
        )}
        {outcomes.map(({ name, field }) => (
          <Textarea
            key={name}
            label={tools.word(`fields.request.${field}`)}
            autosize
            minRows={1}
            value={outcome[name] ?? ''}
            error={message(name)}
            onChange={event => {
              const { value } = event.currentTarget;
              setOutcome(known => ({ ...known, [name]: value }));
            }}
          />
        ))}
        {(move.needsReason || problems['reason'] !== undefined) && (
          <Textarea
            label={t('records.moveReason')}
            description={t('records.moveReasonHelp')}
            autosize
            minRows={2}
            withAsterisk
            value={reason}
            error={message('reason')}
            data-autofocus={(!dated && !ordered) || undefined}
            onChange={event => setReason(event.currentTarget.value)}
          />
        )}
        {warnings.length > 0 && (
          <div className={styles['warnings']} role="alert">
            {warnings.map(code => (
              <p key={code}>{warningMessage(tools, code)}</p>
            ))}
          </div>
        )}
        <div className={styles['formActions']}>
          <span className={styles['space']} />
          <Button variant="default" onClick={onCancel}>
            {t('records.cancel')}
          </Button>
          <Button type="submit">{warnings.length > 0 ? t('warnings.keep') : t('records.move')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
