import { kindsAbout, type LetterKind, type LetterSubject, letterKindFacts } from '#shared/contract/letter-kinds.ts';

/** Records that papers can be printed from, by what they are. */
export type Subjects = Partial<Readonly<Record<LetterSubject, readonly string[]>>>;

/** The ids a kind of paper is printed from. */
export const idsFor = (subjects: Subjects, kind: LetterKind): readonly string[] =>
  subjects[letterKindFacts(kind).subject] ?? [];

/** What can be printed from these records, those about the first of them first. */
export const kindsFor = (subjects: Subjects): readonly LetterKind[] =>
  (Object.keys(subjects) as LetterSubject[]).flatMap(subject =>
    (subjects[subject]?.length ?? 0) > 0 ? kindsAbout(subject) : [],
  );
