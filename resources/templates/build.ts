/** Writes the built-in letter templates beside this script: `node resources/templates/build.ts`. */
import { writeFileSync } from 'node:fs';
import type { LetterLanguage } from '../../main/documents/letter-fields.ts';
import { buildCouncilMinutes } from './council-minutes.ts';
import { buildDirectionLetter } from './direction-letter.ts';
import { buildFeedbackLetter } from './feedback-letter.ts';
import { buildPlacementLetter } from './placement-letter.ts';
import { buildReplyLetter } from './reply-letter.ts';

const languages = ['kk', 'ru', 'kk-ru'] as const satisfies readonly LetterLanguage[];

for (const language of languages) {
  const direction = new URL(`direction-letter.${language}.docx`, import.meta.url);
  writeFileSync(direction, await buildDirectionLetter(language));
  const placement = new URL(`placement-letter.${language}.docx`, import.meta.url);
  writeFileSync(placement, await buildPlacementLetter(language));
  const reply = new URL(`reply-letter.${language}.docx`, import.meta.url);
  writeFileSync(reply, await buildReplyLetter(language));
  const feedback = new URL(`feedback-letter.${language}.docx`, import.meta.url);
  writeFileSync(feedback, await buildFeedbackLetter(language));
}
for (const language of ['kk', 'ru'] as const) {
  const minutes = new URL(`council-minutes.${language}.docx`, import.meta.url);
  writeFileSync(minutes, await buildCouncilMinutes(language));
}
