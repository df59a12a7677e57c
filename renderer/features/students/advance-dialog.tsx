import { Button, SegmentedControl } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { today } from '#renderer/ui/today.ts';
import type { Output } from '#shared/contract/index.ts';
import { fieldProblemText } from '#shared/text/translator.ts';
import type { Tools } from '../record-area/descriptor.ts';
import type { AreaToolsProps, SelectionActionsProps } from '../record-area/record-actions.tsx';
import styles from './students.module.css';

type Planned = Output<'groups.plan'>[number];
type Step = Planned['step'];
type ListProps = { readonly tools: Tools; readonly ids?: readonly string[]; readonly onClose: () => void };

/** What the officer should know about a group before it moves. */
function remarksOf(group: Planned, { t, locale }: Tools): readonly string[] {
  return [
    ...(group.course === null ? [t('contingent.advance.noCourse')] : []),
    ...(group.movedOn === null ? [] : [t('contingent.advance.movedOn', { date: locale.date(group.movedOn) })]),
    ...(group.otherCourse === 0 ? [] : [t('contingent.advance.otherCourse', { count: group.otherCourse })]),
    ...(group.onLeave === 0 ? [] : [t('contingent.advance.onLeave', { count: group.onLeave })]),
    ...(group.openPlacements === 0 ? [] : [t('contingent.advance.open', { count: group.openPlacements })]),
  ];
}

/** Groups at the start of a school year: what would happen to each, then all of it in one step. */
function AdvanceDialog({ tools, ids, onClose }: ListProps) {
  const { t, locale } = tools;
  const [on, setOn] = useState<string | null>(today());
  const [dateProblem, setDateProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, Step>>>({});
  const plan = useQuery('groups.plan', on === null ? null : { on, ...(ids === undefined ? {} : { ids: [...ids] }) });
  const advance = useCommand('groups.advance');
  const groups = plan.data ?? [];
  const stepOf = (group: Planned): Step => chosen[group.id] ?? group.step;
  const going = groups.flatMap(group => {
    const step = stepOf(group);
    return step === 'stay' ? [] : [{ id: group.id, revision: group.revision, step }];
  });
  const counted = (step: Step): number => going.filter(group => group.step === step).length;
  const apply = async (): Promise<void> => {
    if (on === null || going.length === 0) return;
    const result = await advance.run({ on, groups: going });
    if (!result.ok) return;
    const { groups: count, moved, graduated } = result.value;
    showDone(t('contingent.advance.done', { count, moved, graduated }), true);
    onClose();
  };
  return (
    <Dialog title={t('contingent.advance.title')} size={920} onClose={advance.running ? null : onClose}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void apply();
        }}
      >
        <p className={styles['quiet']}>{t('contingent.advance.help')}</p>
        <div className={styles['bar']}>
          <DateField
            label={t('contingent.advance.on')}
            value={on}
            required
            autoFocus
            error={dateProblem === null ? undefined : fieldProblemText(t, dateProblem)}
            onChange={(value, problem) => {
              setDateProblem(problem ?? (value === null ? 'required' : null));
              if (problem === null) setOn(value);
            }}
          />
          <span className={styles['space']} />
          <Button variant="default" onClick={() => setChosen({})}>
            {t('contingent.advance.allOffered')}
          </Button>
          <Button
            variant="default"
            onClick={() => setChosen(Object.fromEntries(groups.map(group => [group.id, 'stay'] as const)))}
          >
            {t('contingent.advance.allStay')}
          </Button>
        </div>
        {plan.problem && <ErrorNotice problem={plan.problem} onRetry={plan.refresh} />}
        {!plan.problem && plan.data === undefined && on !== null && (
          <div className={styles['scroll']}>
            <Skeleton rows={12} />
          </div>
        )}
        {plan.data?.length === 0 && <p className={styles['quiet']}>{t('contingent.advance.none')}</p>}
        {groups.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll the table
          <section className={styles['scroll']} aria-label={t('contingent.advance.title')} tabIndex={0}>
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">{t('contingent.advance.group')}</th>
                  <th scope="col">{t('fields.group.specialtyId')}</th>
                  <th scope="col" data-align="end">
                    {t('contingent.advance.course')}
                  </th>
                  <th scope="col" data-align="end">
                    {t('contingent.advance.students')}
                  </th>
                  <th scope="col">{t('contingent.advance.step')}</th>
                  <th scope="col">{t('contingent.advance.remarks')}</th>
                </tr>
              </thead>
              <tbody>
                {groups.map(group => (
                  <tr key={group.id}>
                    <th scope="row">{group.code}</th>
                    <td>{group.specialtyCode}</td>
                    <td data-align="end">{group.course}</td>
                    <td data-align="end">{locale.number(group.students)}</td>
                    <td>
                      <SegmentedControl
                        size="xs"
                        aria-label={`${t('contingent.advance.step')}: ${group.code}`}
                        disabled={group.course === null}
                        value={stepOf(group)}
                        onChange={step => setChosen(present => ({ ...present, [group.id]: step }))}
                        data={[
                          {
                            value: 'up',
                            label: t('contingent.advance.up', { course: (group.course ?? 0) + 1 }),
                            disabled: (group.course ?? 6) >= 6,
                          },
                          { value: 'graduate', label: t('contingent.advance.graduate') },
                          { value: 'stay', label: t('contingent.advance.stay') },
                        ]}
                      />
                    </td>
                    <td className={styles['remarks']}>{remarksOf(group, tools).join(' · ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <div className={styles['bar']}>
          <span aria-live="polite">
            {t('contingent.advance.summary', { up: counted('up'), graduate: counted('graduate') })}
          </span>
          <span className={styles['space']} />
          <Button variant="default" onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button
            type="submit"
            loading={advance.running}
            disabled={going.length === 0 || dateProblem !== null || plan.previous}
          >
            {t('contingent.advance.apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function AdvanceButton({ tools, ids }: { readonly tools: Tools; readonly ids?: readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconSchool size={16} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {tools.t('contingent.advance.title')}
      </Button>
      {open && <AdvanceDialog tools={tools} {...(ids ? { ids } : {})} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Above the list: all groups that study. */
export const AdvanceAll = ({ tools }: AreaToolsProps) => <AdvanceButton tools={tools} />;
/** For the rows chosen. */
export const AdvanceChosen = ({ tools, ids }: SelectionActionsProps) => <AdvanceButton tools={tools} ids={ids} />;
