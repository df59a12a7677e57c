import type { Problem } from '../result.ts';
import type { Text } from './ru/index.ts';
import type { FlatKey, TextParams, Translator as TranslatorOver } from './translate.ts';

export type { Text } from './ru/index.ts';
export type { TextParam, TextParams } from './translate.ts';

/** Every key of a visible text: `common.save`. */
export type TextKey = FlatKey<Text>;

/** Text by key in one language, with the language's locale. */
export type Translator = TranslatorOver<Text>;

/** A problem as one text for the user: record kinds are named, the reference is added where the text has room for it. */
export function problemText(t: Translator, problem: Problem): string {
  const params: Record<string, string | number> = { ...problem.params };
  for (const name of ['entity', 'by']) {
    const value = params[name];
    if (typeof value === 'string' && t.has(`entities.${value}`)) params[name] = t.dynamic(`entities.${value}`);
  }
  const reference: TextParams = problem.reference === undefined ? {} : { reference: problem.reference };
  return t.dynamic(`errors.${problem.code}`, { ...params, ...reference });
}

/** Messages beside fields: a bare key is looked up among the validation texts. */
export function fieldProblemText(t: Translator, key: string, params: TextParams = {}): string {
  return t.dynamic(t.has(key) ? key : `validation.${key}`, params);
}
