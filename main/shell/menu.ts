import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Translator } from '#shared/text/index.ts';

/** What a menu entry asks the page to do. */
export type MenuAction =
  | 'import'
  | 'backup'
  | 'openArchive'
  | 'saveArchive'
  | 'launched'
  | 'openData'
  | 'undo'
  | 'redo'
  | 'guide'
  | 'shortcuts';

/** The native menu in the officer's language. Undo and redo are the program's own, so the page decides by where the focus is. */
export function installMenu(t: Translator, window: BrowserWindow): void {
  const send = (action: MenuAction) => () => window.webContents.send('menu', action);
  const entry = (label: string, action: MenuAction, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: send(action),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: t('system.file'),
      submenu: [
        entry(t('system.import'), 'import'),
        entry(t('system.backupNow'), 'backup'),
        entry(t('system.openArchive'), 'openArchive'),
        entry(t('system.saveArchive'), 'saveArchive'),
        entry(t('system.openData'), 'openData'),
        { type: 'separator' },
        { label: t('system.quit'), role: 'quit' },
      ],
    },
    {
      label: t('system.edit'),
      submenu: [
        entry(t('system.undo'), 'undo', 'CmdOrCtrl+Z'),
        entry(t('system.redo'), 'redo', 'CmdOrCtrl+Y'),
        { type: 'separator' },
        { label: t('system.cut'), role: 'cut' },
        { label: t('system.copy'), role: 'copy' },
        { label: t('system.paste'), role: 'paste' },
        { label: t('system.selectAll'), role: 'selectAll' },
      ],
    },
    {
      label: t('system.view'),
      submenu: [
        { label: t('system.zoomIn'), role: 'zoomIn' },
        { label: t('system.zoomOut'), role: 'zoomOut' },
        { label: t('system.zoomReset'), role: 'resetZoom' },
        { type: 'separator' },
        { label: t('system.fullScreen'), role: 'togglefullscreen' },
      ],
    },
    {
      label: t('system.help'),
      submenu: [entry(t('system.guide'), 'guide'), entry(t('system.shortcuts'), 'shortcuts')],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
