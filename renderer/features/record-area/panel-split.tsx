import { type ReactNode, useRef } from 'react';
import { useLists } from '#renderer/state/lists.ts';
import styles from './record-area.module.css';

type Props = {
  readonly list: ReactNode;
  readonly panel: ReactNode | null;
  readonly full: boolean;
  readonly label: string;
};

const narrowestPanel = 360;
const narrowestList = 280;

/** List and record side by side with a line to drag; one over the other where the window is narrow. */
export function PanelSplit({ list, panel, full, label }: Props) {
  const width = useLists(lists => lists.panelWidth);
  const { setPanelWidth } = useLists.getState();
  const host = useRef<HTMLDivElement>(null);
  const clamp = (wanted: number): number => {
    const room = host.current?.clientWidth ?? 1200;
    return Math.round(Math.max(narrowestPanel, Math.min(wanted, room - narrowestList)));
  };
  return (
    <div
      ref={host}
      className={styles['split']}
      data-open={panel !== null || undefined}
      data-full={(panel !== null && full) || undefined}
      style={{ '--panel-width': `${width}px` } as React.CSSProperties}
    >
      <div className={styles['left']} data-pane>
        {list}
      </div>
      {panel !== null && (
        <>
          <div
            role="slider"
            aria-orientation="vertical"
            aria-label={label}
            aria-valuenow={width}
            aria-valuemin={narrowestPanel}
            aria-valuemax={1600}
            tabIndex={0}
            className={styles['splitter']}
            onKeyDown={event => {
              const step = event.code === 'ArrowLeft' ? 32 : event.code === 'ArrowRight' ? -32 : 0;
              if (step === 0 || event.altKey) return;
              event.preventDefault();
              setPanelWidth(clamp(width + step));
            }}
            onPointerDown={event => {
              event.preventDefault();
              const target = event.currentTarget;
              const start = event.clientX;
              target.setPointerCapture(event.pointerId);
              const move = (moved: PointerEvent): void => setPanelWidth(clamp(width + start - moved.clientX));
              const stop = (): void => {
                target.removeEventListener('pointermove', move);
                target.removeEventListener('pointerup', stop);
              };
              target.addEventListener('pointermove', move);
              target.addEventListener('pointerup', stop);
            }}
          />
          <div className={styles['right']} data-pane>
            {panel}
          </div>
        </>
      )}
    </div>
  );
}
