import { Button, Group, Select } from '@mantine/core';
import { IconFileSpreadsheet, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { Received } from '#shared/contract/report-roll-up.ts';
import { isLanguage, languages } from '#shared/locale/index.ts';
import styles from './reports.module.css';

type About = NonNullable<Received['about']>;
type Period = { readonly key: string; readonly about: About; readonly colleges: number };

const keyOf = ({ period: { start, end } }: About): string => `${start}/${end}`;

/** The periods that files are about, that of most colleges first. */
function periodsOf(files: readonly Received[]): Period[] {
  const byKey = new Map<string, Period>();
  for (const { state, about } of files) {
    if (state !== 'fits' || about === null) continue;
    const known = byKey.get(keyOf(about));
    byKey.set(keyOf(about), { key: keyOf(about), about: known?.about ?? about, colleges: (known?.colleges ?? 0) + 1 });
  }
  return [...byKey.values()].toSorted((left, right) => right.colleges - left.colleges);
}

/** Puts the figures that several colleges have sent side by side. */
export function RollUpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language: screenLanguage } = useLanguage();
  const [folder, setFolder] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly Received[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [language, setLanguage] = useState(screenLanguage);
  const [saved, setSaved] = useState<Output<'reports.rollUp'> | null>(null);
  const look = useCommand('reports.received');
  const { run, running } = useCommand('reports.rollUp');
  const periods = periodsOf(files);
  const period = periods.find(({ key }) => key === chosen) ?? periods[0];
  const chooseFolder = async (): Promise<void> => {
    const answer = await runCommand<Output<'files.choose'>>('files.choose', { purpose: 'folder' });
    if (!answer.ok || answer.value.path === null) return;
    const { path } = answer.value;
    const found = await look.run({ folder: path });
    if (!found.ok) return;
    setFolder(path);
    setFiles(found.value.files);
    setChosen(null);
    setSaved(null);
  };
  const save = async (): Promise<void> => {
    if (folder === null || period === undefined) return;
    setSaved(null);
    const result = await run({ folder, period: period.about.period, language });
    if (result.ok) setSaved(result.value);
  };
  return (
    <Dialog title={t('rollUp.title')} size={860} onClose={running ? null : onClose}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void save();
        }}
      >
        <p className={styles['help']}>{t('rollUp.help')}</p>
        <Group mt="md" gap="sm" wrap="nowrap">
          <Button
            variant="default"
            loading={look.running}
            data-autofocus
            leftSection={<IconFolder size={16} aria-hidden="true" />}
            onClick={() => void chooseFolder()}
          >
            {t('rollUp.chooseFolder')}
          </Button>
          {folder !== null && <span className={styles['path']}>{folder}</span>}
        </Group>
        {folder !== null && <Files files={files} period={period?.key} />}
        {period !== undefined && (
          <Group mt="md" align="center">
            {periods.length > 1 && (
              <Select
                label={t('rollUp.period')}
                data={periods.map(({ key, about }) => ({ value: key, label: about.periodName }))}
                value={period.key}
                allowDeselect={false}
                onChange={setChosen}
              />
            )}
            <Select
              label={t('rollUp.language')}
              data={languages.map(one => ({ value: one, label: t(`reports.screen.languages.${one}`) }))}
              value={language}
              allowDeselect={false}
              onChange={value => value !== null && isLanguage(value) && setLanguage(value)}
            />
            <p className={styles['help']} role="status">
              {t('rollUp.fitting', { count: period.colleges })}
            </p>
          </Group>
        )}
        {saved !== null && <Saved saved={saved} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" disabled={running} onClick={onClose}>
            {t('records.close')}
          </Button>
          <Button type="submit" loading={running} disabled={period === undefined}>
            {t('rollUp.save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** What lies in the folder, and what becomes of each file. */
function Files({ files, period }: { readonly files: readonly Received[]; readonly period: string | undefined }) {
  const { t, locale } = useLanguage();
  if (files.length === 0) return <p role="status">{t('rollUp.none')}</p>;
  return (
    <div className={styles['files']} role="region" aria-label={t('rollUp.files')}>
      <table className={styles['records']}>
        <thead>
          <tr>
            <th scope="col">{t('rollUp.college')}</th>
            <th scope="col">{t('rollUp.period')}</th>
            <th scope="col">{t('reports.frozen.asOf')}</th>
            <th scope="col">{t('rollUp.state')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ file, state, about }) => {
            const shown = state === 'fits' && about !== null && keyOf(about) !== period ? 'otherPeriod' : state;
            return (
              <tr key={file} title={file}>
                <th scope="row">{about?.college ?? file}</th>
                <td>{about?.periodName}</td>
                <td>{about && locale.date(about.asOf)}</td>
                <td data-withdrawn={shown === 'fits' ? undefined : true}>{t(`rollUp.states.${shown}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Saved({ saved }: { readonly saved: Output<'reports.rollUp'> }) {
  const { t, locale } = useLanguage();
  return (
    <div className={`${styles['exporting']} ${styles['apart']}`} role="status">
      <span>{t('rollUp.saved', { count: saved.colleges })}</span>
      {saved.left > 0 && <span>{t('rollUp.savedLeft', { count: saved.left })}</span>}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconFileSpreadsheet size={16} aria-hidden="true" />}
        title={saved.path}
        onClick={() => void runCommand('files.open', { path: saved.path })}
      >
        {saved.name} · {locale.fileSize(saved.bytes)}
      </Button>
    </div>
  );
}
