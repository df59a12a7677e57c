import { useEffect, useRef, useState } from 'react';
import { type ListPlace, useLists } from '#renderer/state/lists.ts';
import type { GridPlace } from '#renderer/ui/data-table-types.ts';

const none: ReadonlySet<string> = new Set();

type Kept = {
  /** Where the grid opens; undefined at its beginning. */
  readonly place: GridPlace | undefined;
  readonly selected: ReadonlySet<string>;
  readonly setSelected: (ids: ReadonlySet<string>) => void;
  /** Called with where the grid was when it goes away. */
  readonly leave: (place: GridPlace) => void;
};

/**
 * The selection of a list and where it was left: a list that is opened again with the same question stands where it stood.
 * Another question drops the selection.
 */
export function useListPlace(name: string, question: string): Kept {
  const [kept] = useState<ListPlace | undefined>(() => {
    const place = useLists.getState().places[name];
    return place?.question === question ? place : undefined;
  });
  const [selected, setSelected] = useState<ReadonlySet<string>>(kept?.selected ?? none);
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current !== question) setSelected(none);
    asked.current = question;
  }, [question]);
  const present = useRef(selected);
  present.current = selected;
  const place = kept && asked.current === question ? { top: kept.top, active: kept.active } : undefined;
  return {
    place,
    selected,
    setSelected,
    leave: ({ top, active }) =>
      useLists.getState().setPlace(name, { question: asked.current, top, active, selected: present.current }),
  };
}
