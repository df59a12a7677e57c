import { type AgreementFacts, agreementValues, readAgreementFacts } from '../agreement-data.ts';
import { agreementCatalogue } from '../agreement-fields.ts';
import { firmNameIn } from '../letterhead.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

/** A contract printed from an agreement; it bears the agreement's own number. */
const contract = (
  file: string,
  subject: 'letters.subject.dualContract' | 'letters.subject.practiceContract',
  about: (facts: AgreementFacts) => string | null,
): KindOfLetter => ({
  file,
  catalogue: agreementCatalogue,
  papers: (db, ids) =>
    readAgreementFacts(db, ids).map(facts => ({
      references: {
        ...noReferences,
        firmId: facts.firmId,
        studentId: facts.studentId,
        agreementId: facts.id,
      },
      number: facts.number,
      line: language => translators[language](subject, { number: facts.number }),
      about: language => about(facts) ?? firmNameIn({ ru: facts.firmNameRu, kk: facts.firmNameKk }, language),
      values: (language, envelope) => agreementValues(db, facts, language, envelope),
    })),
});

/** The three-party contract of dual training: college, firm, student. */
export const dualContract: KindOfLetter = {
  ...contract('dual-contract', 'letters.subject.dualContract', facts =>
    facts.surname === null ? null : [facts.surname, facts.givenName].filter(Boolean).join(' '),
  ),
  records: 'student_id IS NOT NULL',
};

/** The contract of professional practice: college and firm. */
export const practiceContract = contract('practice-contract', 'letters.subject.practiceContract', () => null);
