import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconList } from '@tabler/icons-react';
import { Fragment, type Ref } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { AnnualReport, Indicator } from '#shared/contract/reports.ts';
import { anchorOf, IndicatorSection } from './indicator-section.tsx';
import styles from './reports.module.css';

type Props = { readonly report: AnnualReport; readonly faded?: boolean; readonly body?: Ref<HTMLDivElement> };

/** The indicators of a report with the way to each. */
export function ReportBody({ report, faded = false, body }: Props) {
  const { language, indicators, notes } = report;
  return (
    <div className={styles['middle']}>
      <Contents report={report} />
      <div className={styles['body']} ref={body} data-faded={faded || undefined}>
        <ul className={styles['notes']} lang={language}>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        {indicators.map(indicator => (
          <IndicatorSection key={indicator.id} indicator={indicator} language={language} />
        ))}
      </div>
    </div>
  );
}

type Run = { readonly group: Indicator['group']; readonly own: Indicator[] };

/** Neighbours of one group under one heading, in the order of the report. */
function runs(indicators: readonly Indicator[]): Run[] {
  const found: Run[] = [];
  for (const indicator of indicators) {
    const last = found.at(-1);
    if (last?.group === indicator.group) last.own.push(indicator);
    else found.push({ group: indicator.group, own: [indicator] });
  }
  return found;
}

/** Brings an indicator to the top and puts the keyboard there. */
function show(id: string): void {
  const section = document.getElementById(anchorOf(id));
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

/** The way to each indicator: a column beside the figures, a menu above them where both do not fit. */
function Contents({ report: { indicators, language } }: { readonly report: AnnualReport }) {
  const { t } = useLanguage();
  const groups = runs(indicators);
  return (
    <>
      <nav className={styles['contents']} aria-label={t('reports.screen.contents')}>
        {groups.map(({ group, own }) => (
          <div key={own[0]?.id ?? group}>
            <h2>{t(`reports.groups.${group}`)}</h2>
            {own.map(({ id, title, definition }) => (
              <button key={id} type="button" lang={language} title={definition} onClick={() => show(id)}>
                {title}
              </button>
            ))}
          </div>
        ))}
      </nav>
      <div className={styles['contentsMenu']}>
        <Menu position="bottom-start" withinPortal width={320} returnFocus={false}>
          <Menu.Target>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconList size={16} aria-hidden="true" />}
              rightSection={<IconChevronDown size={14} aria-hidden="true" />}
            >
              {t('reports.screen.contents')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={styles['contentsList'] ?? ''}>
            {groups.map(({ group, own }) => (
              <Fragment key={own[0]?.id ?? group}>
                <Menu.Label>{t(`reports.groups.${group}`)}</Menu.Label>
                {own.map(({ id, title }) => (
                  <Menu.Item key={id} lang={language} onClick={() => requestAnimationFrame(() => show(id))}>
                    {title}
                  </Menu.Item>
                ))}
              </Fragment>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </>
  );
}
