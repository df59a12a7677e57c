import type { Input, Output } from '#shared/contract/index.ts';
import { type LetterKind, type LetterLanguage, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import type { ReadDb } from '../../database/handles.ts';
import { inBothLanguages, type TemplateValues } from '../../documents/fill-template.ts';
import type { FieldDescription } from '../../documents/letter-fields.ts';
import type { TagLanguage } from '../../documents/template-names.ts';
import { readSettings } from '../settings/queries.ts';
import { kindOfLetter } from './kinds/index.ts';
import { type Paper, parts } from './kinds/kind.ts';
import { emptyFields } from './letter-data.ts';
import { type One, textIn } from './letterhead.ts';
import { readNameForms } from './name-cases.ts';
import { readPapers } from './papers.ts';
import { lintNamed, useTemplate } from './template-store.ts';

type Fields = Output<'letters.fields'>['fields'];
type Texts = Readonly<Record<string, string>>;

const isKazakh = (text: string): boolean => /[әғқңөұүһі]/iu.test(text);
/** How a tag of a paper in two languages asks for one of them, or for both with what is the same only once. */
const endings: Readonly<Record<TagLanguage, Readonly<Record<Language, string>>>> = {
  kk: { kk: '_қаз', ru: '_каз', en: '_kk' },
  ru: { kk: '_орыс', ru: '_рус', en: '_ru' },
  both: { kk: '_екеуі', ru: '_оба', en: '_both' },
};

/** How a field is written in a language: Russian spellings stand first among the aliases, Kazakh ones last. */
export function tagName(name: string, { aliases }: FieldDescription, language: Language): string {
  if (language === 'en') return name;
  if (language === 'ru') return aliases.find(alias => !isKazakh(alias)) ?? name;
  return aliases.find(isKazakh) ?? aliases.at(-1) ?? name;
}

type Asked = {
  readonly language: Language;
  readonly paper: LetterLanguage;
  readonly inList: boolean;
  /** Null without a record to look at. */
  readonly value: (one: One) => string | null;
};

function tagsOf(name: string, description: FieldDescription, asked: Asked): Fields[number]['tags'] {
  const written = tagName(name, description, asked.language);
  if (asked.paper !== 'kk-ru') return parts(asked.paper).map(one => ({ tag: `{${written}}`, value: asked.value(one) }));
  const [kk, ru] = [asked.value('kk'), asked.value('ru')];
  const values = { kk, ru, both: kk === null || ru === null ? null : inBothLanguages({ kk, ru }, asked.inList) };
  return (['kk', 'ru', 'both'] as const).map(language => ({
    tag: `{${written}${endings[language][asked.language]}}`,
    value: values[language],
  }));
}

const envelopeOf = (db: ReadDb, issuedOn: string) => ({
  settings: readSettings(db),
  number: '1/25-07',
  issuedOn,
  names: readNameForms(db),
});

/** Every field of a kind with its tag in the user's language and its value for one record. Errors: notFound, refused. */
export async function browseFields(
  application: Application,
  { kind, language, id }: Input<'letters.fields'>,
): Promise<Output<'letters.fields'>> {
  const db = application.db();
  const today = application.ports.clock.today();
  const user = readSettings(db).language;
  const { catalogue } = kindOfLetter(kind);
  const [paper] = id === undefined ? [] : readPapers(db, { kind, language, ids: [id] }, today);
  const values = paper?.values(language, { ...envelopeOf(db, today), number: paper.number ?? '1' });
  const outside = (name: string) => (one: One) =>
    values === undefined ? null : (textIn<Texts>(values.text, one)[name] ?? '');
  const inList = (list: string, name: string) => (one: One) => {
    const rows = values?.lists?.[list];
    return rows === undefined ? null : (textIn<readonly Texts[]>(rows, one)[0]?.[name] ?? '');
  };
  const describe = (
    name: string,
    list: string | null,
    description: FieldDescription,
    value: (one: One) => string | null,
  ): Fields[number] => ({
    name,
    list,
    label: description.label[user],
    tags: tagsOf(name, description, { language: user, paper: language, inList: list !== null, value }),
  });
  return {
    fields: [
      ...Object.entries(catalogue.fields).map(([name, field]) => describe(name, null, field, outside(name))),
      ...Object.entries(catalogue.lists).flatMap(([list, { fields }]) =>
        Object.entries(fields).map(([name, field]) => describe(name, list, field, inList(list, name))),
      ),
    ],
    lists: Object.entries(catalogue.lists).map(([name, { description }]) => {
      const tag = tagName(name, description, user);
      return { name, label: description.label[user], open: `{#${tag}}`, close: `{/${tag}}` };
    }),
    used: await usedFields(application, kind, language),
  };
}

async function usedFields(application: Application, kind: LetterKind, language: LetterLanguage): Promise<string[]> {
  try {
    const template = await useTemplate(application, { kind, language });
    return [...(await lintNamed(template.file, template.bytes, kind)).used];
  } catch (error) {
    if (error instanceof AppError) return []; // the library says beside the template why it cannot be read
    throw error;
  }
}

/** How many records a template is tried on. */
const mostTried = 200;

/** The records last changed that a kind of paper can be printed from. */
function latest(db: ReadDb, kind: LetterKind): readonly string[] {
  const { subject } = letterKindFacts(kind);
  const { records = 'true' } = kindOfLetter(kind);
  return db.column<string>(
    `SELECT id FROM ${subject} WHERE ${records} ORDER BY updated_at DESC, id LIMIT ?`,
    mostTried,
  );
}

/** Which fields a template would leave blank for the records last changed, the most frequent first. Errors: templateBroken. */
export async function templateBlanks(
  application: Application,
  { kind, language }: Input<'letters.templateBlanks'>,
): Promise<Output<'letters.templateBlanks'>> {
  const db = application.db();
  const today = application.ports.clock.today();
  const ids = latest(db, kind);
  if (ids.length === 0) return { papers: 0, blanks: [] };
  const used = new Set(await usedFields(application, kind, language));
  const { catalogue, mayBeEmpty } = kindOfLetter(kind);
  const envelope = envelopeOf(db, today);
  const valuesOf = (paper: Paper): TemplateValues =>
    paper.values(language, { ...envelope, number: paper.number ?? envelope.number });
  const papers = readPapers(db, { kind, language, ids: [...ids] }, today);
  const counts = new Map<string, number>();
  for (const paper of papers)
    for (const field of emptyFields(valuesOf(paper), mayBeEmpty))
      if (used.has(field)) counts.set(field, (counts.get(field) ?? 0) + 1);
  const user = envelope.settings.language;
  const labels = new Map(
    [catalogue.fields, ...Object.values(catalogue.lists).map(({ fields }) => fields)]
      .flatMap(fields => Object.entries(fields))
      .map(([name, field]) => [name, field.label[user]]),
  );
  return {
    papers: papers.length,
    blanks: [...counts]
      .toSorted(([, left], [, right]) => right - left)
      .map(([field, count]) => ({ field: labels.get(field) ?? field, papers: count })),
  };
}
