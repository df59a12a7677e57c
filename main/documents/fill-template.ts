import {
  type ImageContent,
  type ScopeDataResolver,
  type TemplateData,
  TemplateHandler,
  TemplateSyntaxError,
} from 'easy-template-x';
import { tiedWords } from '#shared/domain/tied-words.ts';
import { broken, openDocx } from './docx-package.ts';
import { sweepEmptyParts } from './empty-parts.ts';
import { FillNotes } from './fill-notes.ts';
import type { ByLetterLanguage, LetterImage, TemplateCatalogue } from './letter-fields.ts';
import { requireSelfContained, withoutAddresses } from './outside-parts.ts';
import { plainTemplate } from './plain-template.ts';
import { createNameResolver, type NameResolver, type ResolvedName, type TagLanguage } from './template-names.ts';

type FieldTexts = Readonly<Record<string, string>>;

export type TemplateValues = {
  readonly text: ByLetterLanguage<FieldTexts>;
  readonly lists?: Readonly<Record<string, ByLetterLanguage<readonly FieldTexts[]>>>;
  readonly images?: Readonly<Record<string, LetterImage | undefined>>;
};

/** What is printed where a value is missing: room to write it by hand. */
export const BLANK = '______';

const PIXELS_PER_MILLIMETRE = 96 / 25.4;
/** Word nests tables in tables; the library's default of 20 refuses some real letters. */
export const MAX_XML_DEPTH = 80;

/** Templates that were checked, as they are filled: without addresses from which Word would fetch something. */
const checkedTemplates = new WeakMap<Uint8Array, Promise<Uint8Array>>();
const resolvers = new WeakMap<TemplateCatalogue, NameResolver>();

/** The name look-up of a catalogue, built once. */
export function resolverOf(catalogue: TemplateCatalogue): NameResolver {
  const known = resolvers.get(catalogue) ?? createNameResolver(catalogue);
  resolvers.set(catalogue, known);
  return known;
}

/**
 * Refuses what is not a plain Word document (`templateBroken`). Every part that filling unpacks is unpacked here first, under
 * a limit, so that a lying archive cannot exhaust memory later. The same bytes are checked once.
 */
export function checkTemplate(template: Uint8Array): void {
  if (checkedTemplates.has(template)) return;
  const docx = openDocx(template);
  for (const name of docx.names) {
    if (/\.(xml|rels)$/i.test(name)) docx.xml(name);
    else docx.bytes(name);
  }
  requireSelfContained(docx);
  checkedTemplates.set(
    template,
    withoutAddresses(docx).then(changed => changed ?? template),
  );
}

/** Fills a Word template and returns a new Word file; missing and unknown fields print as a blank. */
export async function fillTemplate(
  template: Uint8Array,
  catalogue: TemplateCatalogue,
  values: TemplateValues,
): Promise<Uint8Array> {
  checkTemplate(template);
  const { beforeCompilation, afterCompilation } = sweepEmptyParts();
  const handler = new TemplateHandler({
    maxXmlDepth: MAX_XML_DEPTH,
    extensions: { beforeCompilation, afterCompilation: [...afterCompilation, new FillNotes()] },
    scopeDataResolver: createScopeResolver(resolverOf(catalogue), values),
  });
  try {
    const sealed = (await checkedTemplates.get(template)) ?? template;
    return new Uint8Array(await handler.process(Buffer.from(await plainTemplate(sealed)), {}));
  } catch (error) {
    if (error instanceof TemplateSyntaxError) throw broken('tags', tagOf(error));
    throw error;
  }
}

/** The piece of template text a tag error is about, without the library's English sentence around it. */
export function tagOf(error: Error): string {
  return /'([^']*)'/.exec(error.message)?.[1] ?? /Tag (.+) is (?:never|closed)/.exec(error.message)?.[1] ?? '';
}

function createScopeResolver(names: NameResolver, values: TemplateValues): ScopeDataResolver {
  return ({ path }) => {
    let list: string | undefined;
    let row: number | undefined;
    for (const part of path.slice(0, -1)) {
      if (typeof part === 'number') row = part;
      else if (part.name !== undefined) {
        const found = names.resolve(part.name, list);
        if (found?.kind === 'list') list = found.name;
      }
    }
    const tag = path.at(-1);
    if (tag === undefined || typeof tag === 'number' || tag.name === undefined) return '';
    const found = names.resolve(tag.name, list);
    if (tag.disposition !== 'SelfClosed') return found === undefined ? false : openValue(found, values, row);
    if (found === undefined || found.kind === 'list') return BLANK;
    if (found.kind === 'image') return imageContent(values.images?.[found.name]);
    return textValue(found, values, row) || BLANK;
  };
}

/** A loop gets its rows; a condition on a field or picture asks whether it is there. */
function openValue(found: ResolvedName, values: TemplateValues, row: number | undefined): boolean | TemplateData[] {
  if (found.kind === 'list') {
    const lists = values.lists?.[found.name];
    return lists === undefined ? [] : pick(lists, undefined).map(() => ({}));
  }
  if (found.kind === 'image') return values.images?.[found.name] !== undefined;
  return textValue(found, values, row) !== '';
}

type OneLanguage = Exclude<TagLanguage, 'both'> | undefined;

/** The text of a field in one language of the paper, as it is printed; a narrow column of a list must break wherever it can. */
function textIn(found: ResolvedName, values: TemplateValues, row: number | undefined, language: OneLanguage): string {
  const lists = found.list === undefined ? undefined : values.lists?.[found.list];
  const texts =
    found.list === undefined
      ? pick(values.text, language)
      : lists === undefined || row === undefined
        ? undefined
        : pick(lists, language)[row];
  const text = printable(texts?.[found.name] ?? '');
  return found.list === undefined ? tiedWords(text) : text;
}

/** The text of a field; in both languages one stands under the other in a row, and beside it elsewhere. */
function textValue(found: ResolvedName, values: TemplateValues, row: number | undefined): string {
  const { language } = found;
  if (language !== 'both') return textIn(found, values, row, language);
  const [kk, ru] = [textIn(found, values, row, 'kk'), textIn(found, values, row, 'ru')];
  return inBothLanguages({ kk, ru }, found.list !== undefined);
}

const code = /^\w*\d{7,}\s/u;

/** Kazakh and Russian as one text: what is the same in both, and the code before a name, stands once; a missing one leaves no stroke. */
export function inBothLanguages({ kk, ru }: Readonly<Record<'kk' | 'ru', string>>, inList: boolean): string {
  const first = code.exec(kk)?.[0];
  const second = first !== undefined && kk !== ru && ru.startsWith(first) ? ru.slice(first.length) : ru;
  return [...new Set([kk, second].filter(text => text !== ''))].join(inList ? '\u00a0/\n' : '\u00a0/ ');
}

/** The asked language, or Kazakh first: the state language leads in a letter in two. A letter in one language has only that. */
function pick<Text>(texts: ByLetterLanguage<Text>, language: OneLanguage): Text {
  if (texts.language === 'kk-ru') return language === 'ru' ? texts.ru : texts.kk;
  if (texts.language === 'en') return texts.en;
  return texts.language === 'kk' ? texts.kk : texts.ru;
}

/** Control characters are not allowed in XML at all and would make the letter unreadable for Word. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]|\p{Cs}/gu, '').trim();
}

function imageContent(image: LetterImage | undefined): ImageContent | string {
  if (image === undefined) return '';
  return {
    _type: 'image',
    source: Buffer.from(image.bytes),
    format: image.format === 'png' ? 'image/png' : 'image/jpeg',
    width: Math.round(image.width * PIXELS_PER_MILLIMETRE),
    height: Math.round(image.height * PIXELS_PER_MILLIMETRE),
  };
}
