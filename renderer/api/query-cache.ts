import type { Result } from '#shared/result.ts';

/** What a reader of the cache sees of one question. */
export type Answer = {
  readonly result: Result<unknown> | null;
  /** An answer is on its way. */
  readonly loading: boolean;
};

type Entry = {
  readonly channel: string;
  readonly request: unknown;
  answer: Answer;
  /** The data behind the answer has changed since it was given. */
  stale: boolean;
  /** Counts the calls made, so that a late answer to an earlier call is dropped. */
  call: number;
  readonly listeners: Set<() => void>;
};

type Options = {
  readonly call: (channel: string, request: unknown) => Promise<Result<unknown>>;
  /** The names whose change makes an answer of the channel stale. */
  readonly readsOf: (channel: string) => readonly string[];
  /** Unwatched answers kept for going back; the oldest go first. */
  readonly capacity?: number;
  /** Told when the first answer is waited for, and when the last one has come. */
  readonly onBusy?: (busy: boolean) => void;
};

const waiting: Answer = { result: null, loading: true };

/** Answers of queries, kept by channel and request and dropped by the names of the record kinds that changed. */
export class QueryCache {
  readonly #entries = new Map<string, Entry>();
  readonly #options: Options;
  /** Calls that are not answered yet. */
  #open = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  static keyOf(channel: string, request: unknown): string {
    return `${channel} ${JSON.stringify(request)}`;
  }

  /** The answer as it stands; asks when there is none or it is stale. */
  read(channel: string, request: unknown): Answer {
    const key = QueryCache.keyOf(channel, request);
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
      return entry.answer;
    }
    const fresh: Entry = { channel, request, answer: waiting, stale: true, call: 0, listeners: new Set() };
    this.#entries.set(key, fresh);
    this.#forget();
    return fresh.answer;
  }

  /** Watches a question; the first watcher of a missing or stale answer makes the call. */
  watch(channel: string, request: unknown, listener: () => void): () => void {
    this.read(channel, request);
    const entry = this.#entries.get(QueryCache.keyOf(channel, request));
    if (!entry) return () => {};
    entry.listeners.add(listener);
    if (entry.stale) void this.#ask(entry);
    return () => entry.listeners.delete(listener);
  }

  /** Asks again, whatever is known. */
  refresh(channel: string, request: unknown): void {
    const entry = this.#entries.get(QueryCache.keyOf(channel, request));
    if (entry) void this.#ask(entry);
  }

  /** Marks answers that read any of the names as stale and asks the watched ones again. */
  invalidate(names: readonly string[]): void {
    const changed = new Set(names);
    for (const [key, entry] of this.#entries) {
      if (!this.#options.readsOf(entry.channel).some(name => changed.has(name))) continue;
      entry.stale = true;
      if (entry.listeners.size > 0) void this.#ask(entry);
      else this.#entries.delete(key);
    }
  }

  /** Drops everything: another data file is open. */
  reset(): void {
    for (const [key, entry] of this.#entries) {
      entry.stale = true;
      if (entry.listeners.size > 0) void this.#ask(entry);
      else this.#entries.delete(key);
    }
  }

  async #ask(entry: Entry): Promise<void> {
    entry.stale = false;
    entry.call += 1;
    const { call } = entry;
    if (!entry.answer.loading) this.#answer(entry, { ...entry.answer, loading: true });
    this.#count(1);
    const result = await this.#options.call(entry.channel, entry.request);
    if (entry.call === call) this.#answer(entry, { result, loading: false });
    this.#count(-1);
  }

  #count(by: 1 | -1): void {
    const before = this.#open;
    this.#open += by;
    if (before === 0 || this.#open === 0) this.#options.onBusy?.(this.#open > 0);
  }

  #answer(entry: Entry, answer: Answer): void {
    entry.answer = answer;
    for (const listener of entry.listeners) listener();
  }

  #forget(): void {
    const capacity = this.#options.capacity ?? 300;
    if (this.#entries.size <= capacity) return;
    for (const [key, entry] of this.#entries) {
      if (entry.listeners.size > 0 || entry.answer === waiting) continue;
      this.#entries.delete(key);
      if (this.#entries.size <= capacity) return;
    }
  }
}
