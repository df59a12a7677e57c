import type { Output } from '#shared/contract/index.ts';
import type { Translator } from '#shared/text/index.ts';

/** A message of the operating system. */
export type Notice = { readonly title: string; readonly body: string };

export type DailyNotice = {
  /** Shows the message when the officer wants one, something waits, and today has had none. */
  readonly check: () => Promise<'shown' | 'off' | 'before' | 'nothing'>;
};

type Needs = {
  readonly today: () => string;
  readonly wanted: () => boolean;
  readonly t: () => Translator;
  /** Adds what today brings and counts what waits. */
  readonly counts: () => Promise<Output<'tasks.counts'>>;
  /** The day of the last message, kept from one start to the next; null when there was none. */
  readonly lastDay: { readonly read: () => string | null; readonly write: (day: string) => void };
  readonly notify: (notice: Notice) => void;
};

/** Kinds that are named in the message; the others are in the number. */
const named = 4;

/** What the message says: how much waits, and of which kinds there is most. */
export function noticeOf({ due, byKind }: Output<'tasks.counts'>, t: Translator): Notice {
  const kinds = byKind
    .toSorted((a, b) => b.due - a.due)
    .slice(0, named)
    .map(({ kind, due: count }) => `${t.locale.capitalize(t(`states.taskKind.${kind}`))}: ${t.locale.number(count)}`);
  return { title: t('system.noticeTitle', { count: due }), body: kinds.join('\n') };
}

/** One message of the system a day about what waits; the day is remembered, so that a second start stays silent. */
export function createDailyNotice({ today, wanted, t, counts, lastDay, notify }: Needs): DailyNotice {
  return {
    check: async () => {
      if (!wanted()) return 'off';
      const day = today();
      if (lastDay.read() === day) return 'before';
      const waiting = await counts();
      if (waiting.due === 0) return 'nothing';
      lastDay.write(day);
      notify(noticeOf(waiting, t()));
      return 'shown';
    },
  };
}
