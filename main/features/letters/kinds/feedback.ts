import { schoolYearPeriod } from '#shared/domain/dates.ts';
import { feedbackYear } from '#shared/domain/feedback-year.ts';
import { feedbackCatalogue } from '../../../documents/feedback-fields.ts';
import { readSettings } from '../../settings/queries.ts';
import { feedbackValues, readFeedbackFacts } from '../feedback-data.ts';
import { firmNameIn, locales } from '../letterhead.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

/** The yearly letter that tells a firm what has come of the partnership. */
export const feedback: KindOfLetter = {
  file: 'feedback-letter',
  catalogue: feedbackCatalogue,
  mayBeEmpty: new Set(['students', 'hired', 'requests', 'adoptedList', 'engagement', 'plans']),
  papers: (db, ids, issuedOn) => {
    const startMonth = readSettings(db).schoolYearStartMonth;
    const year = feedbackYear(issuedOn, startMonth);
    return readFeedbackFacts(db, ids, year, schoolYearPeriod(year, startMonth)).map(facts => ({
      references: { ...noReferences, firmId: facts.firmId },
      line: language => translators[language]('letters.subject.feedback', { year: locales[language].schoolYear(year) }),
      about: language => firmNameIn({ ru: facts.firmNameRu, kk: facts.firmNameKk }, language),
      values: (language, envelope) => feedbackValues(facts, language, envelope),
    }));
  },
};
