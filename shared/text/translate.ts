import type { Language } from '../locale/language.ts';
import type { Locale } from '../locale/locale.ts';
import { createLocale } from '../locale/locale.ts';

/** Templates by key, nested by area. */
export type Dictionary = { readonly [key: string]: string | Dictionary };

/** The same keys with any wording: what the other languages must satisfy. */
export type SameKeys<D> = {
  readonly [K in keyof D]: D[K] extends string ? string : SameKeys<D[K]>;
};

/** Keys of a nested dictionary, flattened: `firms.title`. */
export type FlatKey<D> = {
  [K in keyof D & string]: D[K] extends string ? K : `${K}.${FlatKey<D[K]>}`;
}[keyof D & string];

type TemplateAt<D, K extends string> = K extends keyof D
  ? D[K]
  : K extends `${infer Head}.${infer Rest}`
    ? Head extends keyof D
      ? TemplateAt<D[Head], Rest>
      : never
    : never;

/** Names inside the braces of a literal template; nothing for a wide `string`. */
export type ParamName<T> = T extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | ParamName<Rest>
  : never;

export type TextParam = string | number | null | undefined;
export type TextParams = Readonly<Record<string, TextParam>>;

type ParamsOf<T> = [ParamName<T>] extends [never]
  ? TextParams
  : { readonly [N in ParamName<T>]: TextParam } & TextParams;
type Arguments<T> = [ParamName<T>] extends [never] ? [params?: TextParams] : [params: ParamsOf<T>];

/** Text in one language; the key is checked by the compiler, and the parameters where the template is a literal. */
export type Translator<D> = {
  <K extends FlatKey<D>>(key: K, ...rest: Arguments<TemplateAt<D, K>>): string;
  /** Text for a key known only at run time, such as the one in a problem; the key itself when there is none. */
  readonly dynamic: (key: string, params?: TextParams) => string;
  readonly has: (key: string) => boolean;
  readonly locale: Locale;
  readonly language: Language;
};

/** A translator over the dictionary of one language. */
export function translatorOver<D extends Dictionary>(
  dictionary: SameKeys<D>,
  language: Language,
  locale: Locale = createLocale(language),
): Translator<D> {
  const templates = flatten(dictionary);
  const dynamic = (key: string, params: TextParams = {}): string => {
    const template = templates.get(key);
    return template === undefined ? key : fillTemplate(template, params, locale);
  };
  return Object.assign((key: string, params?: TextParams) => dynamic(key, params), {
    dynamic,
    has: (key: string): boolean => templates.has(key),
    locale,
    language,
  }) as Translator<D>;
}

/** Flat keys and templates of a dictionary. */
export function flatten(dictionary: Dictionary, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(dictionary)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, template] of flatten(value, `${prefix}${key}.`)) found.set(inner, template);
  }
  return found;
}

/** `{{name}}` prints braces; `{name}` inserts; `{name|one|few|many}` chooses, `#` inside is the number. */
const placeholder = /\{\{(\w+)\}\}|\{(\w+)((?:\|[^{}|]*)*)\}/gu;

/** `[ «{name}»]` prints only when every value inside is there. */
const optionalPart = /\[([^[\]{}]*\{[^[\]]*)\]/gu;

/** Years and other short numbers are not grouped, counts are. */
const groupedFrom = 10_000;

/** Fills a template; values are inserted as they are and never read again, a missing one prints as nothing. */
export function fillTemplate(template: string, params: TextParams, locale: Locale): string {
  const kept = template.replace(optionalPart, (_, inner: string) => {
    return paramsOf(inner).every(name => !isMissing(valueOf(params, name))) ? inner : '';
  });
  return kept.replace(placeholder, (_, literal: string | undefined, name: string, forms: string | undefined) => {
    if (literal !== undefined) return `{${literal}}`;
    const value = valueOf(params, name);
    if (forms !== undefined && forms !== '') return pluralForm(value, forms.slice(1).split('|'), locale);
    if (value === null || value === undefined) return '';
    if (typeof value === 'string') return value;
    const isPlain = Number.isInteger(value) && Math.abs(value) < groupedFrom && name !== 'count';
    return isPlain ? String(value) : locale.number(value);
  });
}

function valueOf(params: TextParams, name: string): TextParam {
  return Object.hasOwn(params, name) ? params[name] : undefined;
}

function isMissing(value: TextParam): boolean {
  return value === null || value === undefined || value === '';
}

function pluralForm(value: TextParam, forms: readonly string[], locale: Locale): string {
  if (isMissing(value)) return '';
  const count = Number(value);
  return Number.isNaN(count) ? '' : locale.plural(count, forms).replaceAll('#', () => locale.number(count));
}

/** Names of the parameters of a template, sorted. */
export function paramsOf(template: string): string[] {
  const names = [...template.matchAll(placeholder)].flatMap(match => match[2] ?? []);
  return [...new Set(names)].toSorted();
}
