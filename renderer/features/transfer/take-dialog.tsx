import { Button, Checkbox } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { useNotices } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import { MergeAction } from '#shared/contract/transfer.ts';
import type { Problem } from '#shared/result.ts';
import styles from '../backup/backup.module.css';
import { MergeRowLine } from './merge-row.tsx';
import own from './transfer.module.css';

type Plan = Output<'merge.plan'>;
const pageSize = 100;

/** The dry run of taking another file's records: what is new, completed, the same or differing, before anything is written. */
export function TakeDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t, locale } = useLanguage();
  const commit = useCommand('merge.commit');
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const [leaveOut, setLeaveOut] = useState<ReadonlySet<string>>(new Set());
  const [plan, setPlan] = useState<Plan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [action, setAction] = useState<MergeAction | null>(null);
  const [first, setFirst] = useState(0);
  const replan = useCallback(async () => {
    const result = await api('merge.plan', { theirs: [...theirs], leaveOut: [...leaveOut] });
    if (result.ok) setPlan(result.value);
    else setProblem(result.error);
  }, [theirs, leaveOut]);
  useEffect(() => {
    void replan();
  }, [replan]);
  const request =
    plan === null
      ? null
      : { planId: plan.planId, offset: first, limit: pageSize, ...(action === null ? {} : { actions: [action] }) };
  const list = useQuery('merge.rows', request);
  const take = async (): Promise<void> => {
    if (plan === null) return;
    const result = await commit.run({ planId: plan.planId });
    if (!result.ok) return;
    onClose();
    const { counts, missingFiles, batchId } = result.value;
    const text =
      missingFiles > 0
        ? t('transfer.takenMissing', { count: missingFiles })
        : t('transfer.taken', { created: locale.number(counts.create), updated: locale.number(counts.update) });
    const undo = {
      label: t('transfer.undo'),
      run: () => void api('history.undo', batchId === null ? {} : { batchId }),
    };
    useNotices.getState().show({ text, ...(batchId === null ? {} : { action: undo }) });
  };
  const toggle = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => {
    const next = new Set(set);
    if (!next.delete(key)) next.add(key);
    return next;
  };
  const writes = plan === null ? 0 : plan.counts.create + plan.counts.update + plan.counts.conflict;
  const total = list.data?.total ?? 0;
  return (
    <Dialog title={t('transfer.takeTitle', { name })} size={860} onClose={commit.running ? null : onClose}>
      <div className={styles['preview']}>
        <p className={styles['help']}>{t('transfer.takeHelp')}</p>
        {problem && <ErrorNotice problem={problem} />}
        {!plan && !problem && <Skeleton rows={4} />}
        {plan && (
          <>
            <div className={own['tabs']} role="group" aria-label={t('transfer.all')}>
              {[null, ...MergeAction.options].map(option => (
                <Button
                  key={option ?? 'all'}
                  size="compact-sm"
                  variant={option === action ? 'filled' : 'default'}
                  aria-pressed={option === action}
                  onClick={() => {
                    setAction(option);
                    setFirst(0);
                  }}
                >
                  {option === null
                    ? t('transfer.all')
                    : `${t(`transfer.actions.${option}`)} ${locale.number(plan.counts[option])}`}
                </Button>
              ))}
            </div>
            {writes === 0 && <p>{t('transfer.nothing')}</p>}
            {list.data && list.data.rows.length > 0 && (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by the keyboard
              <ul className={own['rows']} tabIndex={0} aria-label={t('transfer.all')}>
                {list.data.rows.map(row => (
                  <MergeRowLine
                    key={row.key}
                    row={row}
                    onTheirs={() => setTheirs(toggle(theirs, row.key))}
                    extra={
                      row.action === 'create' || leaveOut.has(row.key) ? (
                        <Checkbox
                          size="xs"
                          label={t('transfer.takeThis')}
                          checked={!leaveOut.has(row.key)}
                          onChange={() => setLeaveOut(toggle(leaveOut, row.key))}
                        />
                      ) : null
                    }
                  />
                ))}
              </ul>
            )}
            {total > pageSize && (
              <div className={own['pager']}>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={first === 0}
                  onClick={() => setFirst(Math.max(0, first - pageSize))}
                >
                  {t('transfer.previous')}
                </Button>
                <span>
                  {t('transfer.rows', {
                    first: locale.number(first + 1),
                    last: locale.number(Math.min(total, first + pageSize)),
                    total: locale.number(total),
                  })}
                </span>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={first + pageSize >= total}
                  onClick={() => setFirst(first + pageSize)}
                >
                  {t('transfer.next')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      <div className={styles['footer']}>
        <Button variant="default" data-autofocus disabled={commit.running} onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={writes === 0} loading={commit.running} onClick={() => void take()}>
          {t('transfer.commit')}
        </Button>
      </div>
    </Dialog>
  );
}
