import type { Input } from '#shared/contract/index.ts';
import type { LetterKind, LetterLanguage } from '#shared/contract/letters.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fillDirectionLetter, fillPlacementLetter, fillReplyLetter } from '../../documents/fill-letter.ts';
import { type LetterData, letterData, type PlacementLetterKind } from './letter-data.ts';
import { type Envelope, firmNameIn } from './letterhead.ts';
import { type PlacementFacts, readPlacementFacts } from './placement-facts.ts';
import { type RequestFacts, readRequestFacts, replyData } from './reply-data.ts';
import { groupPlacements } from './rules.ts';

/** What one letter is about: placements it lists, or the request it answers. */
export type Subject =
  | {
      readonly kind: PlacementLetterKind;
      readonly first: PlacementFacts;
      readonly placements: readonly PlacementFacts[];
    }
  | { readonly kind: 'reply'; readonly request: RequestFacts };

type Order = Pick<Input<'letters.issue'>, 'kind' | 'placementIds' | 'requestIds'> & { readonly issuedOn: string };

/** The letters an order makes, in the order of what was chosen. Errors: notFound, refused. */
export function readSubjects(db: ReadDb, { kind, placementIds, requestIds, issuedOn }: Order): readonly Subject[] {
  if (kind === 'reply') return readRequestFacts(db, requestIds).map(request => ({ kind, request }));
  return groupPlacements(kind, readPlacementFacts(db, placementIds, issuedOn)).flatMap(placements => {
    const [first] = placements;
    return first === undefined ? [] : [{ kind, first, placements }];
  });
}

/** What the letter says, ready to fill its template. */
export function textOf(subject: Subject, language: LetterLanguage, envelope: Envelope): LetterData {
  if (subject.kind === 'reply') return { kind: 'reply', data: replyData(subject.request, language, envelope) };
  return letterData(subject.kind, language, subject.placements, envelope);
}

/** The letter as a Word file. Errors: templateBroken. */
export function fillLetter(template: Uint8Array, letter: LetterData): Promise<Uint8Array> {
  switch (letter.kind) {
    case 'direction':
      return fillDirectionLetter(template, letter.data);
    case 'placement':
      return fillPlacementLetter(template, letter.data);
    case 'reply':
      return fillReplyLetter(template, letter.data);
  }
}

/** What the register says the letter is about, in the language of the paper. */
export function subjectLine(subject: Subject, language: LetterLanguage): string {
  const one = (which: 'kk' | 'ru'): string => {
    const t = createTranslator(which);
    if (subject.kind === 'reply') return t('letters.subject.reply', { number: subject.request.number });
    return t.dynamic(`letters.subject.${subject.kind}`, {
      practice: which === 'kk' ? subject.first.practiceKk : subject.first.practiceRu,
      count: subject.placements.length,
    });
  };
  return language === 'kk-ru' ? `${one('kk')} / ${one('ru')}` : one(language);
}

/** Of whom or to whom a letter is, in its file name. */
export function aboutOf(subject: Subject, language: LetterLanguage): string {
  if (subject.kind === 'direction') return [subject.first.surname, subject.first.givenName].filter(Boolean).join(' ');
  const { firmNameRu, firmNameKk } = subject.kind === 'reply' ? subject.request : subject.first;
  return firmNameIn({ ru: firmNameRu, kk: firmNameKk }, language === 'ru' ? 'ru' : 'kk');
}

/** What the register keeps of whom a letter is about. */
export function referencesOf(subject: Subject): {
  readonly firmId: string;
  readonly studentId: string | null;
  readonly requestId: string | null;
  readonly placementIds: string[];
} {
  if (subject.kind === 'reply')
    return { firmId: subject.request.firmId, studentId: null, requestId: subject.request.id, placementIds: [] };
  return {
    firmId: subject.first.firmId,
    studentId: subject.kind === 'direction' ? subject.first.studentId : null,
    requestId: null,
    placementIds: subject.placements.map(placement => placement.id),
  };
}

/** The name of a kind of letter in a file's name. */
export const kindName = (kind: LetterKind, language: LetterLanguage): string =>
  createTranslator(language === 'ru' ? 'ru' : 'kk').dynamic(`letters.fileKind.${kind}`);
