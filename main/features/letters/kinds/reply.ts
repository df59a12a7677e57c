import { replyLetterCatalogue } from '../../../documents/letter-fields.ts';
import { firmNameIn } from '../letterhead.ts';
import { readRequestFacts, replyValues } from '../reply-data.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

/** The answer to a firm's curriculum change request. */
export const reply: KindOfLetter = {
  file: 'reply-letter',
  catalogue: replyLetterCatalogue,
  mayBeEmpty: new Set(['specialty', 'module', 'decisionText', 'reason', 'minutes', 'hours', 'effectiveYear']),
  records: "state NOT IN ('submitted', 'underReview') AND firm_id IS NOT NULL",
  papers: (db, ids) =>
    readRequestFacts(db, ids).map(request => ({
      references: { ...noReferences, firmId: request.firmId, requestId: request.id },
      line: language => translators[language]('letters.subject.reply', { number: request.number }),
      about: language => firmNameIn({ ru: request.firmNameRu, kk: request.firmNameKk }, language),
      values: (language, envelope) => replyValues(request, language, envelope),
    })),
};
