import type { LetterLanguage } from '#shared/contract/letter-kinds.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../../database/handles.ts';
import type { TemplateValues } from '../../../documents/fill-template.ts';
import type { TemplateCatalogue } from '../../../documents/letter-fields.ts';
import type { Envelope, One } from '../letterhead.ts';

/** The records a paper is about, as the register keeps them. */
export type References = {
  readonly firmId: string | null;
  readonly studentId: string | null;
  readonly agreementId: string | null;
  readonly requestId: string | null;
  readonly placementIds: readonly string[];
};

export const noReferences: References = {
  firmId: null,
  studentId: null,
  agreementId: null,
  requestId: null,
  placementIds: [],
};

/** One letter or form that is going to be made, with the facts it is made of. */
export type Paper = {
  readonly references: References;
  /** The paper's own number, of a contract or of minutes; outgoing letters take theirs from the series. */
  readonly number?: string;
  /** What the register says the paper is about, in one language. */
  readonly line: (language: One) => string;
  /** Of whom or to whom it is, for the name of its file. */
  readonly about: (language: One) => string;
  /** Everything it says, ready to fill a template. */
  readonly values: (language: LetterLanguage, envelope: Envelope) => TemplateValues;
};

/** What the program knows of one kind of letter or form, beside its line in `letterKinds`. */
export type KindOfLetter = {
  /** Its templates are `resources/templates/<file>.<language>.docx`. */
  readonly file: string;
  readonly catalogue: TemplateCatalogue;
  /** Fields that stand in parts left out whole when they say nothing: they leave no blank. */
  readonly mayBeEmpty?: ReadonlySet<string>;
  /** Which records of its subject it can be made of, as a condition on their table; all of them when left out. */
  readonly records?: string;
  /** The papers that ids make, in the order of what was chosen. Errors: notFound, refused. */
  readonly papers: (db: ReadDb, ids: readonly string[], issuedOn: string) => readonly Paper[];
};

/** The languages a paper is set in. */
export const parts = (language: LetterLanguage): readonly One[] => (language === 'kk-ru' ? ['kk', 'ru'] : [language]);

/** The language that leads on the paper: the state language where there are two. */
export const leading = (language: LetterLanguage): One => (language === 'kk-ru' ? 'kk' : language);

export const translators: Readonly<Record<One, Translator>> = {
  kk: createTranslator('kk'),
  ru: createTranslator('ru'),
  en: createTranslator('en'),
};
