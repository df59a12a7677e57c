/** Writes the built-in templates of letters and forms beside this script: `node resources/templates/build.ts`. */
import { writeFileSync } from 'node:fs';
import { buildAmendment } from './amendment.ts';
import { buildCouncilMinutes } from './council-minutes.ts';
import { buildDirectionLetter } from './direction-letter.ts';
import { buildDualContract } from './dual-contract.ts';
import { buildFirmEvaluation, buildStudentEvaluation } from './evaluation-form.ts';
import { buildFeedbackLetter } from './feedback-letter.ts';
import { buildOrderExtract } from './order-extract.ts';
import { buildPlacementLetter } from './placement-letter.ts';
import { buildPracticeContract } from './practice-contract.ts';
import { buildAgreementRegister, buildLetterRegister } from './registers.ts';
import { buildReplyLetter } from './reply-letter.ts';
import { buildVisitSheet } from './visit-sheet.ts';

/** Writes `<file>.<language>.docx` in every language it is built in. */
async function write<L extends string>(
  file: string,
  languages: readonly L[],
  build: (language: L) => Promise<Buffer>,
): Promise<void> {
  for (const language of languages)
    writeFileSync(new URL(`${file}.${language}.docx`, import.meta.url), await build(language));
}

const two = ['kk', 'ru'] as const;
const both = ['kk', 'ru', 'kk-ru'] as const;
/** Letters to firms, some of which read English. */
const toFirms = [...both, 'en'] as const;

await write('direction-letter', toFirms, buildDirectionLetter);
await write('placement-letter', toFirms, buildPlacementLetter);
await write('reply-letter', toFirms, buildReplyLetter);
await write('feedback-letter', toFirms, buildFeedbackLetter);
await write('firm-evaluation', both, buildFirmEvaluation);
await write('student-evaluation', both, buildStudentEvaluation);
await write('visit-sheet', both, buildVisitSheet);
await write('council-minutes', both, buildCouncilMinutes);
await write('dual-contract', both, buildDualContract);
await write('practice-contract', both, buildPracticeContract);
await write('amendment', two, buildAmendment);
await write('order-extract', both, buildOrderExtract);
await write('agreement-register', ['kk', 'ru', 'en'], buildAgreementRegister);
await write('letter-register', ['kk', 'ru', 'en'], buildLetterRegister);
