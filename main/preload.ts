import { contextBridge, ipcRenderer, webUtils } from 'electron';

declare const __CHANNELS__: readonly string[];

const call = (channel: string) => (request: unknown) => ipcRenderer.invoke(channel, request);

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
