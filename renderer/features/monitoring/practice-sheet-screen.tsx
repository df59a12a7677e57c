import { Button } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { go, hashOf } from '#renderer/state/navigation.ts';
import { ChoiceField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ErrorNotice } from '#renderer/ui/messages.tsx';
import { today } from '#renderer/ui/today.ts';
import { addDays, addMonths } from '#shared/domain/dates.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { useTools } from '../record-area/tools.ts';
import { AttendanceSheet } from './attendance-sheet.tsx';
import { EvaluationSheet } from './evaluation-sheet.tsx';
import styles from './monitoring.module.css';

type What = 'firm' | 'student' | 'attendance';

/** As many lines as one step writes. */
const most = 500;

/** The rows that were chosen in the list of placements. */
type Handed = { readonly ids?: readonly string[] };

/** Evaluations of a whole group, or its attendance in a month, in one table. */
export function PracticeSheetScreen({ route }: ScreenProps) {
  return <PracticeSheet key={hashOf(route)} route={route} />;
}

function PracticeSheet({ route }: ScreenProps) {
  const tools = useTools();
  const { t } = tools;
  const handed = (route.filter ?? {}) as Handed;
  const [what, setWhat] = useState<What>(route.tab === 'attendance' ? 'attendance' : 'firm');
  const [groupId, setGroupId] = useState<string | null>(null);
  const [practiceTypeId, setPracticeTypeId] = useState<string | null>(null);
  const [evaluatedOn, setEvaluatedOn] = useState<string | null>(today());
  const [month, setMonth] = useState(today().slice(0, 7));
  const chosen = usePlacements({ what, groupId, practiceTypeId, evaluatedOn, month, handed: handed.ids });
  const groups = useQuery('groups.list', { filter: { active: true }, limit: 500 });
  return (
    <section className={styles['page']} data-keys="inSheet" aria-label={t('monitoring.sheetTitle')}>
      <header className={styles['header']}>
        <h1>{t('monitoring.sheetTitle')}</h1>
        <span className={styles['quiet']}>{t('monitoring.draftKept')}</span>
      </header>
      <div className={styles['choices']}>
        <ChoiceField
          label={t('monitoring.what')}
          value={what}
          required
          options={[
            { value: 'firm', label: t('monitoring.evaluationsOfFirm') },
            { value: 'student', label: t('monitoring.evaluationsOfStudent') },
            { value: 'attendance', label: t('monitoring.attendance') },
          ]}
          onChange={value => setWhat((value ?? 'firm') as What)}
        />
        {what === 'attendance' ? (
          <ChoiceField
            label={t('monitoring.month')}
            value={month}
            required
            options={monthOptions(tools)}
            onChange={value => setMonth(value ?? month)}
          />
        ) : (
          <DateField
            label={t('monitoring.evaluatedOn')}
            value={evaluatedOn}
            required
            error={evaluatedOn !== null && evaluatedOn > today() ? t('validation.inFuture') : undefined}
            onChange={(value, problem) => setEvaluatedOn(problem === null ? value : null)}
          />
        )}
        {handed.ids === undefined ? (
          <>
            <ChoiceField
              label={t('monitoring.group')}
              value={groupId}
              options={(groups.data?.rows ?? []).map(group => ({ value: group.id, label: group.code }))}
              onChange={setGroupId}
            />
            <ChoiceField
              label={t('monitoring.practice')}
              value={practiceTypeId}
              options={tools.optionsOf('practiceTypes')}
              onChange={setPracticeTypeId}
            />
          </>
        ) : (
          <div>
            <p>{t('monitoring.selection', { count: handed.ids.length })}</p>
            <Button variant="subtle" size="compact-sm" onClick={() => go({ area: 'practiceSheet' })}>
              {t('monitoring.chooseOther')}
            </Button>
          </div>
        )}
      </div>
      <SheetOf what={what} evaluatedOn={evaluatedOn} month={month} chosen={chosen} tools={tools} />
    </section>
  );
}

type Choice = {
  readonly what: What;
  readonly groupId: string | null;
  readonly practiceTypeId: string | null;
  readonly evaluatedOn: string | null;
  readonly month: string;
  readonly handed: readonly string[] | undefined;
};

/** The placements that the table is about: the rows that were chosen, or those of the group in that time. */
function usePlacements({ what, groupId, practiceTypeId, evaluatedOn, month, handed }: Choice) {
  const on = evaluatedOn ?? today();
  const time =
    what === 'attendance'
      ? { activeFrom: `${month}-01`, activeTo: addDays(addMonths(`${month}-01`, 1), -1) }
      : { activeFrom: addMonths(on, -6), activeTo: on };
  const query = useQuery(
    'placements.ids',
    handed !== undefined || groupId === null
      ? null
      : {
          filter: {
            groupId: [groupId],
            counted: true,
            ...time,
            ...(practiceTypeId === null ? {} : { practiceTypeId: [practiceTypeId] }),
          },
          sort: { field: 'studentName', direction: 'asc' },
        },
  );
  return { ids: handed ?? (groupId === null ? undefined : query.data), problem: query.problem, refresh: query.refresh };
}

type SheetProps = {
  readonly what: What;
  readonly evaluatedOn: string | null;
  readonly month: string;
  readonly chosen: ReturnType<typeof usePlacements>;
  readonly tools: Tools;
};

function SheetOf({ what, evaluatedOn, month, chosen, tools }: SheetProps) {
  const { t } = tools;
  if (chosen.problem) return <ErrorNotice problem={chosen.problem} onRetry={chosen.refresh} />;
  if (chosen.ids === undefined) return <p className={styles['quiet']}>{t('monitoring.chooseGroup')}</p>;
  if (chosen.ids.length === 0) return <p className={styles['quiet']}>{t('monitoring.noPlacements')}</p>;
  const placementIds = chosen.ids.slice(0, most);
  return (
    <>
      <p className={styles['quiet']}>
        {t('monitoring.sheetHelp')}
        {chosen.ids.length > most && ` ${t('monitoring.tooMany', { count: most })}`}
      </p>
      {what === 'attendance' ? (
        <AttendanceSheet placementIds={placementIds} month={month} tools={tools} />
      ) : (
        evaluatedOn !== null &&
        evaluatedOn <= today() && (
          <EvaluationSheet placementIds={placementIds} side={what} evaluatedOn={evaluatedOn} tools={tools} />
        )
      )}
    </>
  );
}

/** The present month and those of the two years before it. */
function monthOptions({ locale }: Tools): readonly { readonly value: string; readonly label: string }[] {
  const first = `${today().slice(0, 7)}-01`;
  return Array.from({ length: 24 }, (_, index) => addMonths(first, -index).slice(0, 7)).map(value => ({
    value,
    label: locale.capitalize(locale.monthYear(value)),
  }));
}
