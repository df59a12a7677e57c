import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { go } from '#renderer/state/navigation.ts';
import { useTour } from '#renderer/state/tour.ts';
import { useLanguage } from './language.tsx';
import styles from './tour.module.css';
import { type TourStep, tourSteps } from './tour-steps.ts';

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const boxOf = (step: TourStep): Box | null => {
  for (const anchor of step.anchors) {
    const rectangle = document.querySelector(anchor)?.getBoundingClientRect();
    if (rectangle && rectangle.width > 0) return rectangle;
  }
  return null;
};

/** Follows the element a step points at while screens load and the window changes. */
function useBox(step: TourStep): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const look = (): void =>
      setBox(known => {
        const next = boxOf(step);
        const same =
          known !== null &&
          next !== null &&
          (['left', 'top', 'width', 'height'] as const).every(side => known[side] === next[side]);
        return same ? known : next;
      });
    look();
    const timer = window.setInterval(look, 200);
    window.addEventListener('resize', look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [step]);
  return box;
}

const gap = 12;
const margin = 8;

/** Beside the element where there is room: to its right, below it, above it, or inside its upper corner. */
function placeBeside(box: Box | null, width: number, height: number): { readonly left: number; readonly top: number } {
  const { innerWidth, innerHeight } = window;
  const within = (left: number, top: number) => ({
    left: Math.max(margin, Math.min(left, innerWidth - width - margin)),
    top: Math.max(margin, Math.min(top, innerHeight - height - margin)),
  });
  if (box === null) return within((innerWidth - width) / 2, (innerHeight - height) / 3);
  const right = box.left + box.width + gap;
  if (right + width <= innerWidth) return within(right, box.top);
  if (box.top + box.height + gap + height <= innerHeight) return within(box.left, box.top + box.height + gap);
  if (box.top - gap - height >= 0) return within(box.left, box.top - gap - height);
  return within(box.left + box.width - width - gap, box.top + gap);
}

/** The tour of five minutes: one stop after another, each beside the thing it is about; Esc ends it at any time. */
export function Tour() {
  const { t, word } = useLanguage();
  const place = useTour(state => state.step) ?? 0;
  const { show } = useTour.getState();
  const [opener] = useState(() => document.activeElement);
  const step: TourStep = tourSteps[place] ?? tourSteps[0];
  const last = place >= tourSteps.length - 1;
  const box = useBox(step);
  const card = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 340, height: 200 });
  useEffect(() => {
    if (step.route) go(step.route);
    card.current?.querySelector<HTMLElement>('[data-next]')?.focus();
  }, [step]);
  useLayoutEffect(() => {
    const element = card.current;
    if (element) setSize({ width: element.offsetWidth, height: element.offsetHeight });
  }, [step]);
  const end = (): void => {
    show(null);
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    else document.getElementById('content')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') end();
    else if (event.key === 'ArrowRight' && !last) show(place + 1);
    else if (event.key === 'ArrowLeft' && place > 0) show(place - 1);
    else if (event.key === 'Tab') keepInside(event, card.current);
  };
  return (
    <>
      {box && (
        <div
          className={styles['light']}
          style={{ left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8 }}
          aria-hidden="true"
        />
      )}
      <div
        ref={card}
        role="dialog"
        aria-modal="true"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
        className={styles['card']}
        style={placeBeside(box, size.width, size.height)}
        onKeyDown={onKeyDown}
      >
        <div className={styles['head']}>
          <h2 id="tour-title">{word(`tour.${step.name}.title`)}</h2>
          <button type="button" className={styles['close']} aria-label={t('tour.end')} onClick={end}>
            <IconX size={16} aria-hidden="true" />
          </button>
        </div>
        <p id="tour-text" aria-live="polite">
          {word(`tour.${step.name}.text`)}
        </p>
        <div className={styles['actions']}>
          <span>{t('tour.place', { place: place + 1, total: tourSteps.length })}</span>
          {place > 0 && (
            <Button variant="default" onClick={() => show(place - 1)}>
              {t('tour.back')}
            </Button>
          )}
          <Button data-next onClick={() => (last ? end() : show(place + 1))}>
            {last ? t('tour.done') : t('tour.next')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** Tab goes round among the buttons of the card. */
function keepInside(event: KeyboardEvent, card: HTMLElement | null): void {
  const buttons = [...(card?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  event.preventDefault();
  buttons[(at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length]?.focus();
}
