import { webcrypto } from 'node:crypto';
import { v7 } from 'uuid';
import type { PrintToPdf } from './documents/print-documents.ts';

/** The wall clock: the only source of «now» in main. */
export type Clock = {
  /** Current instant, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  /** The officer's calendar day, `YYYY-MM-DD` in local time. */
  readonly today: () => string;
};

/** Source of record ids: unique, and later ids sort after earlier ones. */
export type Ids = { readonly next: () => string };

/** Opens a file or a folder in the program the system has for it. Errors: notFound, refused. */
export type OpenPath = (path: string) => Promise<void>;

/** Asks the officer for a file or a folder; null when she changes her mind. */
export type ChoosePath = (
  purpose: 'workbook' | 'template' | 'image' | 'folder' | 'attachment' | 'archive' | 'update',
) => Promise<string | null>;

/**
 * Keeps a rendered document for the screen and answers the `app://preview/…` address to put into a sandboxed iframe.
 * The page's own CSP forbids inline styles, so a document cannot be shown through srcdoc, data: or blob:.
 */
export type ShowPreview = (html: string) => string;

/** What main needs from the machine; tests replace single ports, never the code between them. */
export type Ports = {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who is working, as it stands in the audit. */
  readonly actor: () => string;
  /** Writes an unexpected failure to the log under a reference. */
  readonly log: (reference: string, error: unknown) => void;
  /** Turns HTML into PDF; a program without a window has none. */
  readonly printer?: PrintToPdf;
  readonly opener?: OpenPath;
  readonly chooser?: ChoosePath;
  /** The archive the system asked to open, by a double click; given once. */
  readonly launchedWith?: () => string | null;
  readonly previews?: ShowPreview;
  /** Starts the program again with its data in another folder; absent where the place is fixed. */
  readonly relocate?: (folder: string) => void;
  /** Explains why a college cannot be opened after its password was right; whether to try again. */
  readonly recover?: (error: unknown) => Promise<boolean>;
  /** Gives back memory that is held without need, when nothing was asked for a while. */
  readonly rest?: () => void;
  /** Waits between wrong passwords; tests do not. */
  readonly pause?: (milliseconds: number) => Promise<void>;
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
  },
};

/** Ids of version 7 rise within a thread, also when the clock steps back; random bytes are taken from the system by the thousand. */
function risingIds(): Ids {
  const pool = new Uint8Array(4096);
  let used = pool.length;
  let milliseconds = 0;
  let count = 0;
  return {
    next: () => {
      if (used === pool.length) {
        webcrypto.getRandomValues(pool);
        used = 0;
      }
      const random = pool.subarray(used, used + 16);
      used += 16;
      const now = Date.now();
      if (now > milliseconds) {
        milliseconds = now;
        // 31 bits, so that a millisecond has room for as many again.
        count = new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1;
      } else {
        count++;
      }
      return v7({ random, msecs: milliseconds, seq: count });
    },
  };
}

export const randomIds: Ids = risingIds();
