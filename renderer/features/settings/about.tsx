import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { Licences } from '../updates/licences.tsx';
import { UpdateSection } from '../updates/update-section.tsx';
import { MoveData } from './move-data.tsx';
import styles from './settings.module.css';

/** Which program this is and where its data lies. */
export function About() {
  const { t } = useLanguage();
  const status = useQuery('app.status', {}).data;
  if (!status) return null;
  return (
    <>
      <div className={styles['about']}>
        <p>Seriktes</p>
        <p>{t('settings.version', { version: status.version })}</p>
        <p>{t('settings.runtime', { runtime: status.runtime })}</p>
        <p className={styles['path']}>{t('settings.dataFolder', { folder: status.dataFolder })}</p>
        <MoveData movable={status.dataMovable} />
      </div>
      <UpdateSection />
      <Licences />
    </>
  );
}
