import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { Tools } from '../record-area/descriptor.ts';
import { attachFiles, filesOf, type Owner } from './attach.ts';
import styles from './attachments.module.css';

type Drop = {
  /** Goes on the element that takes the files; it must be positioned. */
  readonly handlers: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
  /** What lies over the element while files hover above it. */
  readonly curtain: ReactNode;
};

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Lets files be dropped anywhere on a record. */
export function useRecordDrop(owner: Owner, tools: Tools): Drop {
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: the events are counted, not believed one by one.
  const depth = useRef(0);
  const settle = (change: number): void => {
    depth.current = change === 0 ? 0 : Math.max(0, depth.current + change);
    setOver(depth.current > 0);
  };
  return {
    handlers: {
      onDragEnter: event => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        settle(1);
      },
      onDragOver: event => {
        if (carriesFiles(event)) event.preventDefault();
      },
      onDragLeave: event => {
        if (carriesFiles(event)) settle(-1);
      },
      onDrop: event => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        settle(0);
        void attachFiles(tools, owner, filesOf(event.dataTransfer));
      },
    },
    curtain: over && <div className={styles['dropping']}>{tools.t('relations.filesDrop')}</div>,
  };
}
