import type { LanguageTools } from '#renderer/app/language.tsx';
import type { Problem } from '#shared/result.ts';
import { problemText } from '#shared/text/translator.ts';

/** What went wrong with letters or templates, with the reason where there is one. */
export function letterProblemText({ t, word, hasWord }: LanguageTools, problem: Problem): string {
  const reason = String(problem.params['reason'] ?? '');
  const area = problem.code === 'templateBroken' ? 'broken' : problem.code === 'refused' ? 'refused' : null;
  const key = `letters.${area ?? ''}.${reason}`;
  if (area === null || !hasWord(key)) return problemText(t, problem);
  const name = String(problem.params['name'] ?? '');
  const text = word(key, problem.params);
  return name === '' ? text : `«${name}». ${text}`;
}
