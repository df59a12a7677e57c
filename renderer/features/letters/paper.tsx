import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { ShownPage } from '#shared/contract/letters.ts';
import styles from './letters.module.css';

type Props = {
  readonly page: Pick<ShownPage, 'address' | 'width'>;
  readonly title: string;
};

/** At 96 dots per inch, with a little of the desk on both sides. */
const widthOf = (millimetres: number): number => (millimetres / 25.4) * 96 + 32;

/** A letter as it will be printed, made to fit the width it has. The document inside can run nothing and load nothing. */
export function Paper({ page: { address, width }, title }: Props) {
  const { t } = useLanguage();
  const sheetWidth = widthOf(width);
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
