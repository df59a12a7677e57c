import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import styles from './letters.module.css';

type Props = { readonly address: string | null | undefined; readonly title: string };

/** A4 at 96 dots per inch with a little of the desk on both sides. */
const sheetWidth = 826;

/** A letter as it will be printed, made to fit the width it has. The document inside can run nothing and load nothing. */
export function Paper({ address, title }: Props) {
  const { t } = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: sheetWidth, height: 600 });
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  const scale = Math.min(1, room.width / sheetWidth);
  return (
    <div ref={host} className={styles['paper']}>
      {address ? (
        <iframe
          title={title}
          src={address}
          sandbox=""
          style={{ width: room.width / scale, height: room.height / scale, transform: `scale(${scale})` }}
        />
      ) : (
        address === null && <p className={styles['quiet']}>{t('letters.previewNone')}</p>
      )}
    </div>
  );
}
