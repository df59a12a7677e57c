import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { preloadFile, windowIcon } from './environment.ts';

type Bounds = {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
};

const fallback: Bounds = { width: 1360, height: 860, maximized: false };

/** What Electron takes for a coordinate: a damaged note must not keep the window from being made. */
const isPlace = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000;

function readBounds(file: string): Bounds {
  try {
    const { width, height, x, y, maximized } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (!isPlace(width) || !isPlace(height) || !isPlace(x) || !isPlace(y)) return fallback;
    const visible = screen.getAllDisplays().some(({ workArea }) => {
      const right = workArea.x + workArea.width;
      const bottom = workArea.y + workArea.height;
      return x < right - 80 && x + width > workArea.x + 80 && y >= workArea.y - 20 && y < bottom - 80;
    });
    return { width, height, maximized: maximized === true, ...(visible ? { x, y } : {}) };
  } catch {
    return fallback; // no window was kept yet
  }
}

/** The one window. It comes back where it was left and shows itself when its first paint is ready and there is something to show. */
export function createWindow(boundsFile: string, opening: Promise<unknown>): BrowserWindow {
  const { maximized, ...bounds } = readBounds(boundsFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: app.getName(),
    backgroundColor: '#f6f8f9',
    ...windowIcon(),
    webPreferences: {
      preload: preloadFile(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: process.env['SERIKTES_DEVTOOLS'] === '1',
    },
  });
  window.once('ready-to-show', async () => {
    if ((await opening) === undefined || window.isDestroyed()) return;
    if (maximized) window.maximize();
    window.show();
  });
  window.on('page-title-updated', event => event.preventDefault());
  window.on('close', () => {
    try {
      mkdirSync(dirname(boundsFile), { recursive: true });
      writeFileSync(boundsFile, JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
    } catch {
      return; // where the window stood is not worth stopping for
    }
  });
  return window;
}
