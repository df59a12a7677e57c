import { Button, Menu } from '@mantine/core';
import { IconCalendarDown, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useNotices } from '#renderer/state/notices.ts';
import type { BarsBy, CalendarKind } from '#shared/contract/calendar-view.ts';
import { type CalendarView, daysOfView } from '#shared/domain/calendar-view.ts';
import { languageNames, languages } from '#shared/locale/language.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './calendar.module.css';

type Props = {
  readonly view: CalendarView;
  readonly day: string;
  readonly kinds: readonly CalendarKind[];
  readonly by: BarsBy;
  readonly tools: Tools;
};

const paged = { month: 'month', week: 'week', agenda: 'agenda', day: 'week', year: 'month' } as const;

/** Prints what the calendar shows, or writes it for another calendar, in any of the three languages. */
export function OutputMenu({ view, day, kinds, by, tools }: Props) {
  const { t } = tools;
  const [language, setLanguage] = useState(tools.language);
  const print = useCommand('calendar.print');
  const write = useCommand('calendar.exportFile');
  const offer = (text: string, channel: 'files.open' | 'files.reveal', path: string): void =>
    useNotices.getState().show({
      text,
      action: {
        label: t(channel === 'files.open' ? 'calendar.openFile' : 'calendar.showFolder'),
        run: () => void runCommand(channel, { path }),
      },
    });
  const printOn = async (paper: 'A4' | 'A3'): Promise<void> => {
    const result = await print.run({ view: paged[view], day, kinds: [...kinds], by, paper, language });
    if (result.ok) offer(t('calendar.printed', { name: result.value.name }), 'files.open', result.value.path);
  };
  const save = async (): Promise<void> => {
    const { start, end } = daysOfView(view, day);
    const result = await write.run({ from: start, to: end, kinds: [...kinds], by, language });
    if (!result.ok) return;
    const { name, events, path } = result.value;
    offer(t('calendar.exported', { name, count: events }), 'files.reveal', path);
  };
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          loading={print.running || write.running}
          aria-label={t('calendar.output')}
          title={t('calendar.output')}
        >
          <IconPrinter size={16} aria-hidden="true" />
          <span className={styles['word']}>{t('calendar.output')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['A4', 'A3'] as const).map(paper => (
          <Menu.Item
            key={paper}
            leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
            onClick={() => void printOn(paper)}
          >
            {t('calendar.printOn', { paper })}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconCalendarDown size={16} aria-hidden="true" />} onClick={() => void save()}>
          {t('calendar.file')}
        </Menu.Item>
        <Menu.Divider />
        {languages.map(code => (
          <Menu.Item
            key={code}
            role="menuitemradio"
            aria-checked={code === language}
            closeMenuOnClick={false}
            onClick={() => setLanguage(code)}
          >
            {code === language ? '● ' : '○ '}
            {t('calendar.inLanguage', { language: languageNames[code] })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
