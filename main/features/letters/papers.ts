import type { Input } from '#shared/contract/index.ts';
import { type LetterKind, type LetterLanguage, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fillTemplate, type TemplateValues } from '../../documents/fill-template.ts';
import { kindOfLetter } from './kinds/index.ts';
import { leading, type Paper, parts, translators } from './kinds/kind.ts';
import { readLogo } from './logo.ts';

type Order = Pick<Input<'letters.issue'>, 'kind' | 'language' | 'ids'>;

/** The papers an order makes, in the order of what was chosen. Errors: notFound, refused, badInput (no template in that language). */
export function readPapers(db: ReadDb, { kind, language, ids }: Order, issuedOn: string): readonly Paper[] {
  if (!letterKindFacts(kind).languages.includes(language))
    throw new AppError('refused', { reason: 'noLanguage', title: kind });
  return kindOfLetter(kind).papers(db, ids, issuedOn);
}

/** A paper as a Word file, with the college's emblem. Errors: templateBroken. */
export function fillPaper(
  db: ReadDb,
  template: Uint8Array,
  kind: LetterKind,
  values: TemplateValues,
): Promise<Uint8Array> {
  return fillTemplate(template, kindOfLetter(kind).catalogue, { ...values, images: { logo: readLogo(db) } });
}

/** What the register says a paper is about, in the language of the paper. */
export const lineOf = (paper: Paper, language: LetterLanguage): string => parts(language).map(paper.line).join(' / ');

/** Of whom or to whom a paper is, in its file name. */
export const aboutOf = (paper: Paper, language: LetterLanguage): string => paper.about(leading(language));

/** The name of a kind in a file's name. */
export const kindName = (kind: LetterKind, language: LetterLanguage): string =>
  translators[leading(language)].dynamic(`letters.fileKind.${kind}`);
