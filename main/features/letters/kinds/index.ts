import type { LetterKind } from '#shared/contract/letter-kinds.ts';
import { dualContract, practiceContract } from './agreement.ts';
import { amendment } from './amendment.ts';
import { direction } from './direction.ts';
import { firmEvaluation, studentEvaluation } from './evaluation-form.ts';
import { feedback } from './feedback.ts';
import type { KindOfLetter } from './kind.ts';
import { minutes } from './minutes.ts';
import { orderExtract } from './order-extract.ts';
import { placement } from './placement.ts';
import { briefingRegister, mentorRegister, placementRegister, visitRegister } from './practice-registers.ts';
import { agreementRegister, letterRegister, requestRegister } from './registers.ts';
import { reply } from './reply.ts';
import { visitSheet } from './visit-sheet.ts';

const kinds: Readonly<Record<LetterKind, KindOfLetter>> = {
  direction,
  feedback,
  placement,
  reply,
  minutes,
  orderExtract,
  firmEvaluation,
  studentEvaluation,
  visitSheet,
  dualContract,
  practiceContract,
  amendment,
  agreementRegister,
  letterRegister,
  placementRegister,
  mentorRegister,
  visitRegister,
  briefingRegister,
  requestRegister,
};

/** The module of a kind of letter or form. */
export const kindOfLetter = (kind: LetterKind): KindOfLetter => kinds[kind];
