import { type LetterKind, letterKindFacts } from '#shared/contract/letter-kinds.ts';

const letters = {
  title: 'letters.printTitle',
  language: 'letters.language',
  issuedOn: 'letters.issuedOn',
  printCount: 'letters.printCount',
  planned: 'letters.lettersPlanned',
  previewOf: 'letters.previewOf',
  done: 'letters.done',
} as const;

const papers = {
  title: 'letters.printPapers',
  language: 'letters.papers.language',
  issuedOn: 'letters.papers.issuedOn',
  printCount: 'letters.papers.printCount',
  planned: 'letters.papers.planned',
  previewOf: 'letters.papers.previewOf',
  done: 'letters.papers.done',
} as const;

/** What the print dialog says of a kind: an outgoing letter is called a letter, a form or a register a paper. */
export const wordsFor = (kind: LetterKind): typeof letters | typeof papers =>
  letterKindFacts(kind).numbered ? letters : papers;
