import { confirmWarnings, type Prepare, refuseFields } from '../shared/record-feature.ts';
import { signingsOf } from './paper.ts';
import { agreementProblems, isBackward, isSigningStage } from './rules.ts';

/** Dates must fit together; a number that another agreement of the same firm already has is kept only on purpose. */
export const prepareAgreement: Prepare<'agreement'> = (tx, next, { before, accepted }) => {
  refuseFields(agreementProblems(next, before?.id ?? null));
  if (before !== null && before.stage !== next.stage) {
    const followed = isSigningStage(next.stage) && signingsOf(tx.db, before.id).length > 0;
    if (followed && before.stage !== 'terminated') refuseFields({ stage: 'stageFollowsSigning' });
    if (isBackward(before.stage, next.stage)) confirmWarnings(['stageBackward'], accepted, { stage: 'stageBackward' });
  }
  if (before === null && next.stage === 'draft' && next.signedOn !== null)
    confirmWarnings(['signedButDraft'], accepted, { stage: 'signedButDraft' });
  if (before === null || before.number !== next.number || before.firmId !== next.firmId) {
    const twin = tx.db.value<string>(
      'SELECT id FROM agreement WHERE number = ? AND firm_id = ? AND id <> ? LIMIT 1',
      next.number,
      next.firmId,
      before?.id ?? '',
    );
    if (twin !== undefined) confirmWarnings(['agreementNumberTaken'], accepted, { number: 'numberTaken' });
  }
  return next;
};
