import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output, Request } from '#shared/contract/index.ts';
import styles from './personal-data.module.css';

type Order = Request<'personalData.erase'>;
type Preview = Output<'personalData.preview'>;

type Props = {
  readonly people: Order['people'];
  readonly ground: 'request' | 'retention';
  readonly onClose: () => void;
};

/** What an erasure takes and what it leaves, then the erasure: one step that can be undone. */
export function EraseDialog({ people, ground, onClose }: Props) {
  const { t } = useLanguage();
  const preview = useQuery('personalData.preview', { people });
  const erase = useCommand('personalData.erase');
  const [shared, setShared] = useState(true);
  const submit = async (): Promise<void> => {
    const result = await erase.run({ people, ground, sharedLetters: shared ? 'erase' : 'keep' });
    if (!result.ok) return;
    showDone(t('personalData.eraseDone', { count: result.value.people }), true);
    onClose();
  };
  return (
    <Dialog title={t('personalData.eraseTitle')} size={640} onClose={onClose}>
      <form
        className={styles['dialog']}
        onSubmit={event => {
          event.preventDefault();
          if (preview.data) void submit();
        }}
      >
        {preview.problem && <ErrorNotice problem={preview.problem} onRetry={preview.refresh} />}
        {!preview.data && !preview.problem && <Skeleton rows={8} />}
        {preview.data && preview.data.studying > 0 && (
          <p className={styles['warning']}>{t('personalData.stillStudying', { count: preview.data.studying })}</p>
        )}
        {preview.data && <Goes preview={preview.data} people={people} shared={shared} onShared={setShared} />}
        {preview.data && <Stays preview={preview.data} />}
        <p className={styles['quiet']}>{t('personalData.undoHelp')}</p>
        <div className={styles['actions']}>
          <Button variant="default" onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit" color="red" loading={erase.running} disabled={!preview.data}>
            {t('personalData.eraseAction')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type GoesProps = {
  readonly preview: Preview;
  readonly people: Order['people'];
  readonly shared: boolean;
  readonly onShared: (shared: boolean) => void;
};

function Goes({ preview, people, shared, onShared }: GoesProps) {
  const { t, word, locale } = useLanguage();
  const kinds = new Set(people.map(({ entity }) => entity));
  const own = preview.own
    .filter(({ entity }) => entity !== 'student' && entity !== 'contact')
    .map(({ entity, count }) => `${word(`personalData.kinds.${entity}`).toLowerCase()} ${locale.number(count)}`);
  const more = preview.mentionCount - preview.mentions.length;
  return (
    <section>
      <h3>{t('personalData.goes')}</h3>
      {preview.people > 1 && <p>{t('personalData.whom', { count: preview.people })}</p>}
      <ul className={styles['lines']}>
        {kinds.has('student') && <li>{t('personalData.goesStudent')}</li>}
        {kinds.has('contact') && <li>{t('personalData.goesContact')}</li>}
        {own.length > 0 && <li>{t('personalData.goesOwn', { list: own.join(', ') })}</li>}
        {preview.files > 0 && <li>{t('personalData.goesFiles', { count: preview.files })}</li>}
        {preview.letters > 0 && <li>{t('personalData.goesLetters', { count: preview.letters })}</li>}
        {preview.mentionCount > 0 && (
          <li>
            {t('personalData.goesMentions', { count: preview.mentionCount })}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reached by the keyboard */}
            <ul className={styles['named']} tabIndex={0}>
              {preview.mentions.map(({ entity, id, title }) => (
                <li key={id}>
                  {word(`entities.${entity}`)}: {title}
                </li>
              ))}
              {more > 0 && <li>{t('personalData.mentionsMore', { count: more })}</li>}
            </ul>
          </li>
        )}
      </ul>
      {preview.sharedLetters > 0 && (
        <Checkbox
          mt={8}
          label={t('personalData.goesShared', { count: preview.sharedLetters })}
          description={t('personalData.goesSharedHelp')}
          checked={shared}
          onChange={event => onShared(event.currentTarget.checked)}
        />
      )}
    </section>
  );
}

function Stays({ preview }: { readonly preview: Preview }) {
  const { t } = useLanguage();
  return (
    <section>
      <h3>{t('personalData.stays')}</h3>
      <ul className={styles['lines']}>
        <li>{t('personalData.staysNumbers')}</li>
        {preview.frozenReports > 0 && <li>{t('personalData.staysFrozen', { count: preview.frozenReports })}</li>}
        {preview.backups.count > 0 && <li>{t('personalData.staysBackups', { count: preview.backups.count })}</li>}
        <li>{t('personalData.staysFiles')}</li>
        <li>{t('personalData.staysSurname')}</li>
      </ul>
    </section>
  );
}
