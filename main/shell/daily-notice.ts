import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Notification } from 'electron';
import type { Output } from '#shared/contract/index.ts';
import type { Translator } from '#shared/text/index.ts';
import type { RunningApplication } from '../application.ts';
import { readSettings } from '../features/settings/queries.ts';
import { createDailyNotice } from '../features/tasks/daily-notice.ts';
import { systemClock } from '../ports.ts';

/** How often the day is looked at: a computer that stays on over night gets its message in the morning. */
const every = 20 * 60_000;
/** The first look waits until the window has what it needs. */
const first = 15_000;

type Options = {
  readonly college: RunningApplication;
  /** Keeps the day of the last message. */
  readonly file: string;
  readonly translator: () => Translator;
  readonly log: (reference: string, error: unknown) => void;
  /** Brings the window forward and opens «Today». */
  readonly onClick: () => void;
};

const keptDay = (file: string) => ({
  read: (): string | null => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return null; // there has been no message yet
    }
  },
  write: (day: string): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, day);
  },
});

/** Shows the message of the day through the system, where the system can. Answers how to stop. */
export function startDailyNotice({ college, file, translator, log, onClick }: Options): () => void {
  const notice = createDailyNotice({
    today: systemClock.today,
    wanted: () => college.isOpen() && Notification.isSupported() && readSettings(college.db()).dailyNotice === 'on',
    t: translator,
    counts: async () => {
      await college.call('tasks.refresh', {});
      const result = await college.call('tasks.counts', {});
      return result.ok ? (result.value as Output<'tasks.counts'>) : { due: 0, snoozed: 0, byKind: [] };
    },
    lastDay: keptDay(file),
    notify: ({ title, body }) => {
      const message = new Notification({ title, body });
      message.on('click', onClick);
      message.show();
    },
  });
  const look = (): void => {
    notice.check().catch((error: unknown) => log('notice', error));
  };
  const soon = setTimeout(look, first);
  const later = setInterval(look, every);
  return () => {
    clearTimeout(soon);
    clearInterval(later);
  };
}
