import { Button, Menu, Radio } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { today } from '#renderer/ui/today.ts';
import type { Standing } from '#shared/contract/contingent.ts';
import type { Request } from '#shared/contract/index.ts';
import type { OpenPlacements } from '#shared/domain/contingent.ts';
import type { Tools, Values } from '../record-area/descriptor.ts';
import { FormDialog, type FormField } from '../record-area/form-dialog.tsx';
import type { RecordActionsProps, SelectionActionsProps } from '../record-area/record-actions.tsx';
import styles from './students.module.css';

type Item = { readonly id: string; readonly revision: number };
type DialogProps = {
  readonly to: Standing;
  readonly items: readonly Item[];
  readonly tools: Tools;
  readonly onClose: () => void;
};

const dayLabel = {
  leave: 'contingent.standing.onLeave',
  left: 'contingent.standing.onLeft',
  active: 'contingent.standing.onActive',
} as const satisfies Record<Standing, string>;

function fieldsOf(to: Standing): readonly FormField[] {
  const until: FormField = { name: 'until', label: 'contingent.standing.until', field: { kind: 'date' } };
  const group: FormField = {
    name: 'groupId',
    label: 'contingent.standing.groupId',
    field: { kind: 'reference', name: 'groups' },
  };
  return [
    { name: 'on', label: dayLabel[to], field: { kind: 'date' }, required: true },
    ...(to === 'leave' ? [until] : []),
    ...(to === 'active' ? [group] : []),
    { name: 'reason', label: 'contingent.standing.reason', field: { kind: 'text' }, required: true, wide: true },
  ];
}

/** What the officer chose for placements that go on; interrupting is offered for a leave. */
const waysFor: Readonly<Record<Standing, readonly OpenPlacements[]>> = {
  leave: ['keep', 'interrupt', 'end'],
  left: ['keep', 'end'],
  active: [],
};

/** A student, or some, leave, go on leave or come back: the day, the reason, and what becomes of placements that go on. */
function StandingDialog({ to, items, tools, onClose }: DialogProps) {
  const { t } = tools;
  const [way, setWay] = useState<OpenPlacements | null>(null);
  const [unasked, setUnasked] = useState(false);
  const [on, setOn] = useState<string>(today());
  const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
  const submit = async (values: Values) => {
    const request: Request<'students.changeStanding'> = {
      items: items.map(({ id, revision }) => ({ id, revision })),
      to,
      on: String(values['on']),
      reason: String(values['reason']),
      ...(to === 'leave' ? { until: text(values['until']) } : {}),
      ...(to === 'active' ? { groupId: text(values['groupId']) } : {}),
      ...(way === null ? {} : { placements: way }),
    };
    setOn(request.on);
    const result = await api('students.changeStanding', request);
    if (result.ok) {
      const { students: count, placements } = result.value;
      showDone(
        placements === 0
          ? t('contingent.standing.done', { count })
          : t('contingent.standing.doneWith', { count, placements }),
        true,
      );
      return result;
    }
    setUnasked(result.error.fields?.['placements'] !== undefined);
    return result;
  };
  return (
    <FormDialog
      title={t(`contingent.standing.${to}`)}
      tools={tools}
      fields={fieldsOf(to)}
      start={{ on: today(), until: null, reason: '', groupId: null }}
      action={t('contingent.standing.apply')}
      size={620}
      submit={submit}
      onClose={onClose}
    >
      {to !== 'active' && (
        <Open
          ids={items.map(({ id }) => id)}
          on={on}
          ways={waysFor[to]}
          way={way}
          problem={unasked && way === null}
          tools={tools}
          onWay={setWay}
        />
      )}
    </FormDialog>
  );
}

type OpenProps = {
  readonly ids: readonly string[];
  readonly on: string;
  readonly ways: readonly OpenPlacements[];
  readonly way: OpenPlacements | null;
  readonly problem: boolean;
  readonly tools: Tools;
  readonly onWay: (way: OpenPlacements) => void;
};

function Open({ ids, on, ways, way, problem, tools, onWay }: OpenProps) {
  const { t, locale } = tools;
  const open = useQuery('students.openPlacements', { ids: [...ids], on }).data ?? [];
  if (open.length === 0) return null;
  return (
    <div>
      <p>{t('contingent.standing.open')}</p>
      <ul className={styles['open']}>
        {open.map(placement => (
          <li key={placement.id}>
            <span>{placement.studentName}</span>
            <span>{placement.firmName}</span>
            <span className={styles['quiet']}>{locale.period(placement.startsOn, placement.endsOn)}</span>
            <StatusBadge kind="placement" value={placement.state} plain />
          </li>
        ))}
      </ul>
      <Radio.Group
        label={t('contingent.standing.ask')}
        withAsterisk
        value={way}
        error={problem}
        onChange={value => onWay(value)}
      >
        <div className={styles['choices']}>
          {ways.map(value => (
            <Radio key={value} value={value} label={t(`contingent.standing.${value}`)} />
          ))}
        </div>
      </Radio.Group>
    </div>
  );
}

type MenuProps = {
  readonly tools: Tools;
  readonly choices: readonly Standing[];
  readonly find: () => Promise<readonly Item[] | null> | readonly Item[];
};

function StandingMenu({ tools, choices, find }: MenuProps) {
  const { t } = tools;
  const [asked, setAsked] = useState<{ readonly to: Standing; readonly items: readonly Item[] } | null>(null);
  const start = async (to: Standing): Promise<void> => {
    const items = await find();
    if (items !== null && items.length > 0) setAsked({ to, items });
  };
  if (choices.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconArrowsExchange size={16} aria-hidden="true" />}>
            {t('contingent.standing.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(to => (
            <Menu.Item key={to} onClick={() => void start(to)}>
              {t(`contingent.standing.${to}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked && <StandingDialog {...asked} tools={tools} onClose={() => setAsked(null)} />}
    </>
  );
}

const choicesFrom: Readonly<Record<string, readonly Standing[]>> = {
  active: ['leave', 'left'],
  leave: ['active', 'left'],
  left: ['active'],
};

/** On the record of a student: what can happen to them next. */
export const StandingOfStudent = ({ detail, tools }: RecordActionsProps) => (
  <StandingMenu tools={tools} choices={choicesFrom[String(detail['status'])] ?? []} find={() => [detail]} />
);

/** For the students chosen in the list. */
export function StandingOfChosen({ ids, tools }: SelectionActionsProps) {
  const find = async (): Promise<readonly Item[] | null> => {
    const result = await api('students.list', { filter: { ids: [...ids] }, limit: 500 });
    if (result.ok) return result.value.rows;
    showProblem(result.error);
    return null;
  };
  return <StandingMenu tools={tools} choices={['leave', 'left', 'active']} find={find} />;
}
