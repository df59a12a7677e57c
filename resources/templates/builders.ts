/** Every built-in template by the name of its file. */
import { buildAmendment } from './amendment.ts';
import { buildCouncilMinutes } from './council-minutes.ts';
import { buildDirectionLetter } from './direction-letter.ts';
import { buildDualContract } from './dual-contract.ts';
import type { Edition } from './editions.ts';
import { buildFirmEvaluation, buildStudentEvaluation } from './evaluation-form.ts';
import { buildFeedbackLetter } from './feedback-letter.ts';
import { buildOrderExtract } from './order-extract.ts';
import { buildPlacementLetter } from './placement-letter.ts';
import { buildPracticeContract } from './practice-contract.ts';
import { agreements, briefings, letters, mentors, placements, requests, visits } from './register-columns.ts';
import { register } from './registers.ts';
import { buildReplyLetter } from './reply-letter.ts';
import { buildVisitSheet } from './visit-sheet.ts';

export const builders: Readonly<Record<string, (edition: Edition) => Promise<Buffer>>> = {
  'direction-letter': buildDirectionLetter,
  'placement-letter': buildPlacementLetter,
  'reply-letter': buildReplyLetter,
  'feedback-letter': buildFeedbackLetter,
  'firm-evaluation': buildFirmEvaluation,
  'student-evaluation': buildStudentEvaluation,
  'visit-sheet': buildVisitSheet,
  'council-minutes': buildCouncilMinutes,
  'dual-contract': buildDualContract,
  'practice-contract': buildPracticeContract,
  amendment: buildAmendment,
  'order-extract': buildOrderExtract,
  'agreement-register': register(agreements),
  'letter-register': register(letters),
  'placement-register': register(placements),
  'mentor-register': register(mentors),
  'visit-register': register(visits),
  'briefing-register': register(briefings),
  'request-register': register(requests),
};
