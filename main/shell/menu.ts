import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Settings } from '#shared/contract/settings.ts';
import { languageNames, languages } from '#shared/locale/language.ts';
import type { Translator } from '#shared/text/index.ts';

const screens = [
  'today',
  'firms',
  'agreements',
  'placements',
  'students',
  'requests',
  'engagements',
  'calendar',
  'letters',
  'reports',
  'importing',
  'history',
  'settings',
] as const;
const themes = ['system', 'light', 'dark'] as const;

/** What a menu entry asks the page to do. */
export type MenuAction =
  | 'search'
  | 'import'
  | 'backup'
  | 'openArchive'
  | 'saveArchive'
  | 'launched'
  | 'openData'
  | 'undo'
  | 'redo'
  | 'back'
  | 'forward'
  | 'guide'
  | 'tour'
  | 'shortcuts'
  | `go.${(typeof screens)[number]}`
  | `language.${(typeof languages)[number]}`
  | `theme.${(typeof themes)[number]}`;

type Look = Pick<Settings, 'language' | 'theme'>;

/**
 * The native menu in the officer's language. Keys are shown and not taken: undo, search and the sections are the page's own,
 * which decides by where the focus is and reads keys by their place on the keyboard.
 */
export function installMenu(t: Translator, window: BrowserWindow, look: Look): void {
  const send = (action: MenuAction) => () => window.webContents.send('menu', action);
  const entry = (label: string, action: MenuAction, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: send(action),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const choice = (label: string, action: MenuAction, checked: boolean): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked,
    click: send(action),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  // Elsewhere than on macOS the system lists them by itself: in the jump list of the taskbar.
  const recent: readonly MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [{ label: t('system.recent'), role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] }]
      : [];
  const template: MenuItemConstructorOptions[] = [
    {
      label: t('system.file'),
      submenu: [
        entry(t('system.import'), 'import'),
        entry(t('system.backupNow'), 'backup'),
        line,
        entry(t('system.openArchive'), 'openArchive'),
        ...recent,
        entry(t('system.saveArchive'), 'saveArchive'),
        line,
        entry(t('system.openData'), 'openData'),
        { label: t('system.quit'), role: 'quit' },
      ],
    },
    {
      label: t('system.edit'),
      submenu: [
        entry(t('system.undo'), 'undo', 'CmdOrCtrl+Z'),
        entry(t('system.redo'), 'redo', 'CmdOrCtrl+Y'),
        line,
        { label: t('system.cut'), role: 'cut' },
        { label: t('system.copy'), role: 'copy' },
        { label: t('system.paste'), role: 'paste' },
        { label: t('system.selectAll'), role: 'selectAll' },
      ],
    },
    {
      label: t('system.go'),
      submenu: [
        entry(t('shell.search'), 'search', 'CmdOrCtrl+K'),
        entry(t('shell.back'), 'back', 'Alt+Left'),
        entry(t('shell.forward'), 'forward', 'Alt+Right'),
        line,
        ...screens.map((screen, place) =>
          entry(t(`shell.screens.${screen}`), `go.${screen}`, place < 9 ? `CmdOrCtrl+${place + 1}` : undefined),
        ),
      ],
    },
    {
      label: t('system.view'),
      submenu: [
        {
          label: t('shell.language'),
          submenu: languages.map(language =>
            choice(languageNames[language], `language.${language}`, language === look.language),
          ),
        },
        {
          label: t('shell.theme'),
          submenu: themes.map(theme =>
            choice(t.locale.capitalize(t(`states.theme.${theme}`)), `theme.${theme}`, theme === look.theme),
          ),
        },
        line,
        { label: t('system.zoomIn'), role: 'zoomIn' },
        { label: t('system.zoomOut'), role: 'zoomOut' },
        { label: t('system.zoomReset'), role: 'resetZoom' },
        line,
        { label: t('system.fullScreen'), role: 'togglefullscreen' },
      ],
    },
    {
      label: t('system.help'),
      submenu: [
        entry(t('system.guide'), 'guide'),
        entry(t('tour.start'), 'tour'),
        entry(t('system.shortcuts'), 'shortcuts'),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
