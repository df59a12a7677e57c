import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
import { watchRest } from './jobs/rest-watch.ts';

declare const __CHANNELS__: readonly string[];
/** The page's window, of which this script wants only to know that somebody is at work. */
declare const window: {
  readonly addEventListener: (
    kind: string,
    listen: () => void,
    options: { readonly capture: boolean; readonly passive: boolean },
  ) => void;
};

/** Milliseconds without work after which the page gives back what nobody needs: by itself the engine leaves its garbage lying. */
const patience = 10_000;
const rest = watchRest(patience, () => webFrame.clearCache());
for (const kind of ['keydown', 'pointerdown', 'wheel'])
  window.addEventListener(kind, rest.note, { capture: true, passive: true });

const call = (channel: string) => (request: unknown) => rest.during(() => ipcRenderer.invoke(channel, request));

contextBridge.exposeInMainWorld('bridge', Object.fromEntries(__CHANNELS__.map(channel => [channel, call(channel)])));

contextBridge.exposeInMainWorld('shell', {
  onMenu: (callback: (action: string) => void) => {
    const listen = (_event: unknown, action: unknown): void => callback(String(action));
    ipcRenderer.on('menu', listen);
    return () => {
      ipcRenderer.removeListener('menu', listen);
    };
  },
  platform: process.platform,
  versions: { electron: process.versions['electron'] ?? '', chrome: process.versions['chrome'] ?? '' },
  pathForFile: (file: File) => webUtils.getPathForFile(file),
});
