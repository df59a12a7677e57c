import { Button } from '@mantine/core';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { StatusShape } from '#renderer/ui/status-shape.tsx';
import { today } from '#renderer/ui/today.ts';
import type { Output } from '#shared/contract/index.ts';
import { PrintLettersButton } from '../letters/print-actions.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import {
  type AreaToolsProps,
  extendArea,
  type RecordActionsProps,
  type SelectionActionsProps,
} from '../record-area/record-actions.tsx';
import { CallActions } from './call-actions.tsx';
import { findingText } from './finding-text.ts';
import { HandoverMenu } from './handover-menu.tsx';
import styles from './partnership.module.css';

type Partnership = Output<'partnership.firm'>;

/** How the partnership stands: the score with its reasons, and the steps of the ladder. */
function PartnershipPanel({ area, detail, tools }: RecordActionsProps) {
  const { t, locale } = tools;
  const partnership = useQuery('partnership.firm', { id: detail.id });
  if (partnership.problem) return <ErrorNotice problem={partnership.problem} onRetry={partnership.refresh} />;
  if (partnership.data === undefined) return <Skeleton rows={6} />;
  const { score, findings, pausedUntil } = partnership.data;
  const resume = async (): Promise<void> => {
    const result = await api('partnership.pause', { id: detail.id, until: today() });
    if (!result.ok) showProblem(result.error);
  };
  return (
    <div className={styles['panel']}>
      <div className={styles['actions']}>
        <CallActions firmId={detail.id} firm={area.title(detail, tools)} tools={tools} />
        {pausedUntil !== null && (
          <>
            <span>{t('partnership.pausedUntil', { date: locale.date(pausedUntil) })}</span>
            <Button variant="subtle" onClick={() => void resume()}>
              {t('partnership.resume')}
            </Button>
          </>
        )}
      </div>
      <section>
        <h2>
          {t('partnership.score')}
          {score !== null && <strong className={styles['total']}>{t('partnership.scoreOf', { score })}</strong>}
        </h2>
        {findings.length === 0 ? (
          <p className={styles['quiet']}>{t('partnership.scoreNone')}</p>
        ) : (
          <table className={styles['rules']}>
            <thead>
              <tr>
                <th scope="col">{t('partnership.rule')}</th>
                <th scope="col">{t('partnership.why')}</th>
                <th scope="col" className={styles['end']}>
                  {t('partnership.points')}
                </th>
              </tr>
            </thead>
            <tbody>
              {findings.map(finding => (
                <tr key={finding.rule}>
                  <th scope="row">{t(`partnership.rules.${finding.rule}`)}</th>
                  <td>{findingText(finding, tools)}</td>
                  <td className={styles['end']}>
                    {t('partnership.pointsOf', {
                      points: locale.number(finding.points),
                      weight: locale.number(finding.weight),
                    })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className={styles['quiet']}>{t('partnership.scoreHelp')}</p>
      </section>
      <Ladder partnership={partnership.data} tools={tools} />
    </div>
  );
}

/** The steps of the partnership and what is missing for the next one. */
function Ladder({ partnership, tools }: { readonly partnership: Partnership; readonly tools: Tools }) {
  const { t } = tools;
  const { depth, rungs } = partnership;
  const next = rungs.find(({ held }) => !held);
  return (
    <section>
      <h2>
        {t('partnership.depth')}
        <strong className={styles['total']}>{t(`states.depth.${depth}`)}</strong>
      </h2>
      <ol className={styles['ladder']}>
        {rungs.map(({ rung, held }) => (
          <li key={rung} data-held={held || undefined} aria-current={rung === depth ? 'step' : undefined}>
            <span className={styles['shape']}>
              <StatusShape shape={held ? 'check' : 'empty'} />
            </span>
            <span>{t(`states.depth.${rung}`)}</span>
            <span className={styles['quiet']}>{t(held ? 'partnership.held' : 'partnership.missing')}</span>
          </li>
        ))}
      </ol>
      <p>
        {next === undefined
          ? t('partnership.top')
          : t('partnership.next', { step: t(`partnership.steps.${next.rung}`) })}
      </p>
      <p className={styles['quiet']}>{t('partnership.depthHelp')}</p>
    </section>
  );
}

/** The yearly letters of all the firms selected, as one batch, and what to hand over about them. */
function ToolsOfSelection({ ids, tools }: SelectionActionsProps) {
  return (
    <>
      <PrintLettersButton tools={tools} kind="feedback" find={async () => ({ firm: ids })} />
      <HandoverMenu ids={ids} tools={tools} />
    </>
  );
}

const HandoverOfRecord = ({ detail, tools }: RecordActionsProps) => <HandoverMenu ids={[detail.id]} tools={tools} />;
const HandoverOfDesk = ({ tools }: AreaToolsProps) => <HandoverMenu ids={[]} tools={tools} />;

/** Puts health and depth on the record of a firm, and the yearly letters on the firms selected. */
export function offerPartnership(): void {
  extendArea('firms', 'partnership', {
    Record: HandoverOfRecord,
    Selection: ToolsOfSelection,
    Tools: HandoverOfDesk,
    tabs: [{ key: 'health', title: ({ t }) => t('partnership.title'), Panel: PartnershipPanel }],
  });
}
