import { useTools } from '../record-area/tools.ts';
import { ChangeList } from './change-list.tsx';
import styles from './history.module.css';
import { VerifyPanel } from './verify-panel.tsx';

/** Every change of the college, newest first. */
export function HistoryScreen() {
  const tools = useTools();
  return (
    <div className={styles['page']}>
      <header>
        <h1>{tools.t('history.title')}</h1>
        <VerifyPanel tools={tools} />
      </header>
      <ChangeList tools={tools} />
    </div>
  );
}
