import { BrowserWindow, type PrintToPDFOptions, session } from 'electron';
import type { PrintOptions, PrintToPdf } from '../documents/print-documents.ts';

/** A hidden window that turns HTML into PDF; one serves a whole batch. */
export type PdfPrinter = {
  readonly print: PrintToPdf;
  /** Closes the window; a later print opens a new one. */
  readonly close: () => void;
};

const SCHEME = 'print';
const PARTITION = 'print';
const SHEET_ADDRESS = `${SCHEME}://sheet/`;
const TIME_LIMIT = 60_000;

/**
 * Opens the printer. Its window has no scripts, no preload, its own session in memory and no way to the network or to files:
 * it can show the page it is given and the data inside that page, nothing else. `offscreen` is for machines without a display.
 */
export function createPdfPrinter({ offscreen = false }: { readonly offscreen?: boolean } = {}): PdfPrinter {
  let window: BrowserWindow | undefined;
  let page = '';
  let queue: Promise<unknown> = Promise.resolve();

  const open = (): BrowserWindow => {
    const memory = session.fromPartition(PARTITION);
    if (!memory.protocol.isProtocolHandled(SCHEME)) {
      memory.protocol.handle(
        SCHEME,
        () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      );
    }
    memory.webRequest.onBeforeRequest((details, callback) => {
      callback({ cancel: !details.url.startsWith(SHEET_ADDRESS) && !details.url.startsWith('data:') });
    });
    memory.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
    memory.setPermissionCheckHandler(() => false);
    const opened = new BrowserWindow({
      show: false,
      width: 800,
      height: 1130,
      webPreferences: {
        partition: PARTITION,
        offscreen,
        sandbox: true,
        javascript: false,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        webgl: false,
      },
    });
    opened.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    opened.webContents.on('will-navigate', event => event.preventDefault());
    opened.on('closed', () => {
      if (window === opened) window = undefined;
    });
    return opened;
  };

  const printNow = async (html: string, options: PrintOptions): Promise<Uint8Array> => {
    window ??= open();
    const { webContents } = window;
    if (html !== page || webContents.getURL() === '') {
      page = html;
      await withinTime(window.loadURL(`${SHEET_ADDRESS}${Date.now()}`));
    }
    return new Uint8Array(await withinTime(webContents.printToPDF(toElectron(options))));
  };

  return {
    print: (html, options = {}) => {
      // One at a time: the window shows one page.
      const result = queue.then(() => printNow(html, options));
      queue = result.catch(() => undefined);
      return result;
    },
    close: () => {
      window?.destroy();
      window = undefined;
      page = '';
    },
  };
}

function toElectron({ header, footer, pages }: PrintOptions): PrintToPDFOptions {
  const marginals = header !== undefined || footer !== undefined;
  return {
    preferCSSPageSize: true,
    printBackground: true,
    ...(marginals
      ? {
          displayHeaderFooter: true,
          headerTemplate: header ?? '<span></span>',
          footerTemplate: footer ?? '<span></span>',
        }
      : {}),
    ...(pages === undefined ? {} : { pageRanges: pages }),
  };
}

/** A page that does not load or print in a minute is given up rather than waited for. */
async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Printing took too long')), TIME_LIMIT);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
