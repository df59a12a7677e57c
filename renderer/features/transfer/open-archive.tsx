import { create } from 'zustand';
import { api } from '#renderer/api/client.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { PasswordDialog } from '../protection/password-dialog.tsx';

/** The archive whose password is asked for. */
const useClosedArchive = create<{ readonly path: string | null }>(() => ({ path: null }));

/** Opens an archive; one with a password asks for it. Answers whether it is open. */
export async function openArchiveFile(path: string): Promise<boolean> {
  const result = await runCommand(
    'archives.open',
    { path },
    {
      handled: problem => {
        if (problem.code !== 'archiveLocked') return false;
        useClosedArchive.setState({ path });
        return true;
      },
    },
  );
  return result.ok;
}

/** Asks for the password of an archive from another college or another time. */
export function ArchivePassword() {
  const { t } = useLanguage();
  const path = useClosedArchive(state => state.path);
  if (path === null) return null;
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  return (
    <PasswordDialog
      title={t('protection.archiveTitle')}
      help={t('protection.archiveHelp', { name })}
      action={t('transfer.open')}
      asks="present"
      presentLabel={t('protection.either')}
      submit={({ password }) => api('archives.open', { path, password })}
      onClose={() => useClosedArchive.setState({ path: null })}
    />
  );
}
