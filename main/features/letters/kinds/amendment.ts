import { requireRecord } from '../../../database/records.ts';
import { readAgreementFacts } from '../agreement-data.ts';
import { amendmentCatalogue } from '../agreement-fields.ts';
import { amendmentValues } from '../amendment-data.ts';
import { firmNameIn } from '../letterhead.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

/** An additional agreement: every part it changes, from and to. */
export const amendment: KindOfLetter = {
  file: 'amendment',
  catalogue: amendmentCatalogue,
  mayBeEmpty: new Set(['before', 'amendmentReason']),
  papers: (db, ids) =>
    [...new Set(ids)].flatMap(id => {
      const record = requireRecord(db, 'amendment', id);
      return readAgreementFacts(db, [record.agreementId]).map(facts => ({
        references: { ...noReferences, firmId: facts.firmId, studentId: facts.studentId, agreementId: facts.id },
        number: record.number,
        line: language =>
          translators[language]('letters.subject.amendment', { number: record.number, agreement: facts.number }),
        about: language => firmNameIn({ ru: facts.firmNameRu, kk: facts.firmNameKk }, language),
        values: (language, envelope) => amendmentValues(db, { record, facts }, language, envelope),
      }));
    }),
};
