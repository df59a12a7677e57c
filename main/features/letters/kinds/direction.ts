import { directionLetterCatalogue } from '../../../documents/letter-fields.ts';
import { directionValues } from '../letter-data.ts';
import { practiceIn, readPlacementFacts } from '../placement-facts.ts';
import { type KindOfLetter, translators } from './kind.ts';

/** The direction letter (жолдама, направление): one for each placement. */
export const direction: KindOfLetter = {
  file: 'direction-letter',
  catalogue: directionLetterCatalogue,
  papers: (db, ids, issuedOn) =>
    readPlacementFacts(db, ids, issuedOn).map(placement => ({
      references: {
        firmId: placement.firmId,
        studentId: placement.studentId,
        agreementId: null,
        requestId: null,
        placementIds: [placement.id],
      },
      line: language =>
        translators[language]('letters.subject.direction', {
          practice: practiceIn(placement, language),
        }),
      about: () => [placement.surname, placement.givenName].filter(Boolean).join(' '),
      values: (language, envelope) => directionValues(placement, language, envelope),
    })),
};
