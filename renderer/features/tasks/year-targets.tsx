import { useQuery } from '#renderer/api/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { DrillLink } from '../reports/drill-link.tsx';
import styles from './tasks.module.css';

type Target = Output<'tasks.targets'>[number];

/** Where the year stands against its targets, in words and as a bar; nothing when none is set. */
export function YearTargets({ tools }: { readonly tools: Tools }) {
  const { t, language } = tools;
  const { data = [] } = useQuery('tasks.targets', { language });
  if (data.length === 0) return null;
  return (
    <section className={styles['group']} aria-labelledby="today-targets">
      <h2 id="today-targets">{t('tasks.targets')}</h2>
      <ul className={styles['targets']}>
        {data.map(target => (
          <TargetLine key={target.key} target={target} tools={tools} />
        ))}
      </ul>
    </section>
  );
}

function TargetLine({ target, tools }: { readonly target: Target; readonly tools: Tools }) {
  const { t, locale } = tools;
  const { title, row, period, value, measure, direction, drill } = target;
  const written = (number: number): string => {
    const digits = Number.isInteger(number) ? 0 : 1;
    return measure === 'percent' ? locale.percent(number / 100, digits) : locale.number(number, digits);
  };
  const now = value ?? 0;
  const left = Math.abs(target.target - now);
  const atLeast = direction === 'atLeast';
  const met = atLeast ? now >= target.target : now <= target.target;
  const name = row === title ? title : `${title}: ${row}`;
  const figures = t(atLeast ? 'tasks.targetOf' : 'tasks.atMostOf', {
    value: written(now),
    target: written(target.target),
  });
  const word = met ? t('tasks.reached') : t(atLeast ? 'tasks.notReached' : 'tasks.exceeded', { left: written(left) });
  const share = target.target === 0 ? 1 : Math.min(1, Math.max(0, now / target.target));
  return (
    <li data-met={met || undefined}>
      <span className={styles['targetName']} title={period}>
        {name}
      </span>
      <DrillLink drill={drill} title={name} label={`${name}: ${figures}`}>
        {figures}
      </DrillLink>
      <span className={styles['meter']} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className={met ? styles['settled'] : styles['quiet']}>
        {met ? '✓ ' : ''}
        {word}
      </span>
    </li>
  );
}
