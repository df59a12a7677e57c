import { z } from './zod.ts';

/** Language of the paper; `kk-ru` sets both on one page. */
export const LetterLanguage = z.enum(['kk', 'ru', 'kk-ru', 'en']);
export type LetterLanguage = z.output<typeof LetterLanguage>;

/** What a paper is about: the record whose ids are given to print it. */
export type LetterSubject =
  | 'placement'
  | 'request'
  | 'meeting'
  | 'agreement'
  | 'amendment'
  | 'letter'
  | 'firm'
  | 'contact'
  | 'visit';

export type LetterKindFacts = {
  readonly subject: LetterSubject;
  /** The languages its template comes in. */
  readonly languages: readonly LetterLanguage[];
  /** Takes a number from the series of outgoing letters; any other bears the number of its record, or none. */
  readonly numbered: boolean;
  /** Lists records on one paper: printed from a whole list rather than from one record. */
  readonly register?: true;
};

const all = LetterLanguage.options;

/**
 * Every kind of letter and form. A new kind is a line here, its module in `main/features/letters/kinds/`, its templates and its
 * names in the texts; the compiler and tests/unit/letters/kinds.test.ts ask for whatever is missing.
 */
export const letterKinds = {
  direction: { subject: 'placement', languages: all, numbered: true },
  placement: { subject: 'placement', languages: all, numbered: true },
  reply: { subject: 'request', languages: all, numbered: true },
  feedback: { subject: 'firm', languages: all, numbered: true },
  orderExtract: { subject: 'placement', languages: all, numbered: false },
  firmEvaluation: { subject: 'placement', languages: all, numbered: false },
  studentEvaluation: { subject: 'placement', languages: all, numbered: false },
  visitSheet: { subject: 'visit', languages: all, numbered: false },
  dualContract: { subject: 'agreement', languages: all, numbered: false },
  practiceContract: { subject: 'agreement', languages: all, numbered: false },
  amendment: { subject: 'amendment', languages: all, numbered: false },
  agreementRegister: { subject: 'agreement', languages: all, numbered: false, register: true },
  letterRegister: { subject: 'letter', languages: all, numbered: false, register: true },
  placementRegister: { subject: 'placement', languages: all, numbered: false, register: true },
  mentorRegister: { subject: 'contact', languages: all, numbered: false, register: true },
  visitRegister: { subject: 'visit', languages: all, numbered: false, register: true },
  briefingRegister: { subject: 'placement', languages: all, numbered: false, register: true },
  requestRegister: { subject: 'request', languages: all, numbered: false, register: true },
  minutes: { subject: 'meeting', languages: all, numbered: false },
} as const satisfies Readonly<Record<string, LetterKindFacts>>;

/** As many lines as one register may have; more are printed for a shorter period. */
export const mostRegisterLines = 2000;

type KindName = keyof typeof letterKinds;
export const LetterKind = z.enum(Object.keys(letterKinds) as [KindName, ...KindName[]]);
export type LetterKind = z.output<typeof LetterKind>;

/** What is known of a kind wherever it is offered. */
export const letterKindFacts = (kind: LetterKind): LetterKindFacts => letterKinds[kind];

/** The kinds that are printed from records of this sort, in the order of the table. */
export const kindsAbout = (subject: LetterSubject): readonly LetterKind[] =>
  LetterKind.options.filter(kind => letterKindFacts(kind).subject === subject);
