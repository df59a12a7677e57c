import { kindsAbout, type LetterKind, type LetterSubject, letterKindFacts } from '#shared/contract/letter-kinds.ts';

/** Records that papers can be printed from, by what they are. */
export type Subjects = Partial<Readonly<Record<LetterSubject, readonly string[]>>>;

/** The ids a kind of paper is printed from. */
export const idsFor = (subjects: Subjects, kind: LetterKind): readonly string[] =>
  subjects[letterKindFacts(kind).subject] ?? [];

/** What can be printed from these records, those about the first of them first; a register only where it is asked for. */
export const kindsFor = (subjects: Subjects, asked?: LetterKind): readonly LetterKind[] =>
  (Object.keys(subjects) as LetterSubject[])
    .flatMap(subject => ((subjects[subject]?.length ?? 0) > 0 ? kindsAbout(subject) : []))
    .filter(kind => letterKindFacts(kind).register === undefined || kind === asked);
