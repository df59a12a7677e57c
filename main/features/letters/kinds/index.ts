import type { LetterKind } from '#shared/contract/letter-kinds.ts';
import { direction } from './direction.ts';
import { feedback } from './feedback.ts';
import type { KindOfLetter } from './kind.ts';
import { minutes } from './minutes.ts';
import { placement } from './placement.ts';
import { reply } from './reply.ts';

const kinds: Readonly<Record<LetterKind, KindOfLetter>> = { direction, feedback, placement, reply, minutes };

/** The module of a kind of letter or form. */
export const kindOfLetter = (kind: LetterKind): KindOfLetter => kinds[kind];
