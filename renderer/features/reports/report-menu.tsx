import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCopy, IconListCheck, IconTargetArrow } from '@tabler/icons-react';
import { api } from '#renderer/api/client.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { copyText } from '#renderer/ui/clipboard.ts';
import type { AnnualReport } from '#shared/contract/reports.ts';

type Props = { readonly report: AnnualReport; readonly onOpen: (what: 'indicators' | 'targets') => void };

/** A cell as a spreadsheet takes it from the clipboard: no tab or line end inside, decimals by the language's comma. */
const cellText = (value: string | number | null, english: boolean): string =>
  value === null
    ? ''
    : typeof value === 'number'
      ? String(value).replace('.', english ? '.' : ',')
      : value.replaceAll(/[\t\r\n]+/gu, ' ');

/** What the report is made of, and its numbers for a form. */
export function ReportMenu({ report, onOpen }: Props) {
  const { t } = useLanguage();
  const copy = async (): Promise<void> => {
    const { span, schoolYear, language } = report;
    const result = await api('reports.flat', { span: span ?? { kind: 'schoolYear', year: schoolYear }, language });
    if (!result.ok) return showProblem(result.error);
    const { columns, rows } = result.value;
    const lines = [columns, ...rows].map(row => row.map(cell => cellText(cell, language === 'en')).join('\t'));
    if (copyText(lines.join('\r\n'))) showDone(t('indicators.flat.copied', { count: rows.length }));
  };
  return (
    <Menu position="bottom-end" withinPortal width={260}>
      <Menu.Target>
        <Tooltip label={t('indicators.screen.title')}>
          <ActionIcon variant="default" size={36} aria-label={t('indicators.screen.title')}>
            <IconAdjustmentsHorizontal size={18} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconListCheck size={16} aria-hidden="true" />} onClick={() => onOpen('indicators')}>
          {t('indicators.screen.configure')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTargetArrow size={16} aria-hidden="true" />} onClick={() => onOpen('targets')}>
          {t('indicators.targets.open')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={() => void copy()}>
          {t('indicators.flat.copy')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
