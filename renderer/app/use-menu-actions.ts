import { useEffect } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import { openArchiveFile } from '#renderer/features/transfer/open-archive.tsx';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useLock } from '#renderer/state/lock.ts';
import { go, type ScreenName, screenNames, useNavigation } from '#renderer/state/navigation.ts';
import { startTour } from '#renderer/state/tour.ts';
import type { Output } from '#shared/contract/index.ts';
import { stepHistory } from './use-shortcuts.ts';

type Action = () => void;

const handlers = new Map<string, Action>([
  ['undo', () => void stepHistory('history.undo')],
  ['redo', () => void stepHistory('history.redo')],
  ['back', () => useNavigation.getState().back()],
  ['forward', () => useNavigation.getState().forward()],
  ['search', () => useDialogs.getState().setPalette(true)],
  ['import', () => go({ area: 'importing' })],
  ['backup', () => void runCommand('backup.create', {})],
  ['openData', () => go({ area: 'settings' })],
  ['saveArchive', () => go({ area: 'settings', tab: 'transfer' })],
  ['openArchive', () => go({ area: 'settings', tab: 'transfer' })],
  ['launched', () => void openLaunched()],
  ['guide', () => go({ area: 'help' })],
  ['shortcuts', () => go({ area: 'help', tab: 'keys' })],
  ['tour', startTour],
]);

/** Opens the archive the system handed over, if there is one, and leads to it. */
async function openLaunched(): Promise<void> {
  const waiting = await runCommand<Output<'archives.waiting'>>('archives.waiting', {});
  if (!waiting.ok || waiting.value.path === null) return;
  await openArchiveFile(waiting.value.path);
  go({ area: 'settings', tab: 'transfer' });
}

/** Runs an entry of the window's menu: an action by name, or the screen of that name. */
export function runMenuAction(action: string): void {
  if (action === 'locked') return useLock.getState().lock();
  if (useLock.getState().locked) return;
  const [setting = '', value = ''] = action.split('.');
  if (setting === 'language' || setting === 'theme') {
    void runCommand('settings.update', { [setting]: value });
    return;
  }
  const handler = handlers.get(action);
  const screen = action.replace(/^(?:open|go|screen)[:.]/u, '');
  if (handler) handler();
  else if ((screenNames as readonly string[]).includes(screen)) go({ area: screen as ScreenName });
}

/** Listens to the window's menu as long as the shell is shown. */
export function useMenuActions(): void {
  useEffect(() => {
    const stop = window.shell?.onMenu(runMenuAction);
    void openLaunched();
    return () => stop?.();
  }, []);
}
