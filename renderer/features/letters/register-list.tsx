import { Button } from '@mantine/core';
import { IconListDetails, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useProcedure } from '#renderer/api/use-query.ts';
import { useSettings } from '#renderer/app/use-settings.ts';
import { go } from '#renderer/state/navigation.ts';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { today } from '#renderer/ui/today.ts';
import { type LetterKind, mostRegisterLines } from '#shared/contract/letter-kinds.ts';
import { type Period, schoolYearOf, schoolYearPeriod } from '#shared/domain/dates.ts';
import type { Tools } from '../record-area/descriptor.ts';
import areaStyles from '../record-area/record-area.module.css';
import styles from './letters.module.css';
import { RegisterDialog } from './register-dialog.tsx';
import { type Register, registers } from './registers.ts';

type Props = { readonly tools: Tools; readonly tabs: ReactNode };

/** What must be known of a register before it is printed. */
const notes: Partial<Readonly<Record<LetterKind, 'letters.registerMentors' | 'letters.registerBriefings'>>> = {
  mentorRegister: 'letters.registerMentors',
  briefingRegister: 'letters.registerBriefings',
};

/** Every register an inspector may ask for: how many lines it has in a period, a way to print it and to the list behind it. */
export function RegisterList({ tools, tabs }: Props) {
  const { t } = tools;
  const { schoolYearStartMonth } = useSettings();
  const year = schoolYearPeriod(schoolYearOf(today(), schoolYearStartMonth), schoolYearStartMonth);
  const [start, setStart] = useState<string | null>(year.start);
  const [end, setEnd] = useState<string | null>(year.end);
  const period = start !== null && end !== null && start <= end ? { start, end } : null;
  return (
    <section className={areaStyles['list']} aria-label={t('letters.registers')}>
      <header className={areaStyles['head']}>{tabs}</header>
      <div className={styles['templates']}>
        <p className={styles['quiet']}>{t('letters.registersHelp')}</p>
        <div className={styles['period']}>
          <DateField
            label={t('letters.registerFrom')}
            value={start}
            onChange={(day, problem) => setStart(problem === null ? day : null)}
          />
          <DateField
            label={t('letters.registerTo')}
            value={end}
            onChange={(day, problem) => setEnd(problem === null ? day : null)}
          />
        </div>
        <ul>
          {registers.map(register => (
            <RegisterCard key={register.kind} register={register} period={period} tools={tools} />
          ))}
        </ul>
      </div>
    </section>
  );
}

type CardProps = { readonly register: Register; readonly period: Period | null; readonly tools: Tools };

function RegisterCard({ register, period, tools }: CardProps) {
  const { t, word, locale } = tools;
  const { kind, list, during } = register;
  const [open, setOpen] = useState(false);
  const filter = period && during(period);
  const { data } = useProcedure<{ readonly total: number }>(`${list}.list`, filter && { filter, limit: 1 });
  const total = filter === null ? 0 : (data?.total ?? 0);
  const title = locale.capitalize(word(`states.letterKind.${kind}`));
  const note = notes[kind];
  const tooMany = total > mostRegisterLines;
  return (
    <li className={styles['template']} aria-label={title}>
      <div className={styles['templateHead']}>
        <h2>{title}</h2>
        <span className={styles['quiet']}>{t('letters.registerLines', { count: total })}</span>
        <span className={areaStyles['space']} />
        <Button
          variant="subtle"
          disabled={filter === null}
          leftSection={<IconListDetails size={16} aria-hidden="true" />}
          onClick={() => filter && go({ area: list, filter, title })}
        >
          {t('letters.registerShow')}
        </Button>
        <Button
          variant="default"
          disabled={total === 0 || tooMany}
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {t('letters.registerPrint')}
        </Button>
      </div>
      {tooMany && <p>{t('letters.registerTooMany', { most: mostRegisterLines, count: total })}</p>}
      {note !== undefined && <p className={styles['quiet']}>{t(note)}</p>}
      {open && filter && (
        <RegisterDialog register={register} question={{ filter }} tools={tools} onClose={() => setOpen(false)} />
      )}
    </li>
  );
}
