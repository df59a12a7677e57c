import { useDialogs } from '#renderer/state/dialogs.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from '../features/help/help.module.css';
import { type KeyRoom, roomsOn, ShortcutList } from '../features/help/shortcut-list.tsx';
import { useLanguage } from './language.tsx';

/** The keys of the screen that is shown, over it: those of its list, calendar, board or sheet, of fields where a record is open. */
export function ShortcutDialog() {
  const { t, word } = useLanguage();
  const route = useNavigation(state => state.route);
  const here = roomsOn(document);
  const fields = here.includes('inList') || route.id !== undefined;
  const rooms: readonly KeyRoom[] = [...here, ...(fields ? (['inRecord'] as const) : []), 'everywhere'];
  const title = `${t('help.keys')}: ${word(`shell.screens.${route.area}`)}`;
  return (
    <Dialog title={title} size={760} onClose={() => useDialogs.getState().setKeys(false)}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div className={`${styles['keys']} ${styles['keysOver']}`} role="region" aria-label={title} tabIndex={0}>
        <ShortcutList only={rooms} />
      </div>
    </Dialog>
  );
}
