import type { ReactNode } from 'react';
import { findWords } from '#shared/domain/find-words.ts';

type Props = { readonly text: string; readonly query: string };

/** A text with the words that were looked for marked. */
export function MarkedText({ text, query }: Props) {
  const pieces: ReactNode[] = [];
  let last = 0;
  for (const { start, end } of findWords(text, query)) {
    pieces.push(text.slice(last, start), <mark key={start}>{text.slice(start, end)}</mark>);
    last = end;
  }
  pieces.push(text.slice(last));
  return <>{pieces}</>;
}
