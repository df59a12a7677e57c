import { placementLetterCatalogue } from '../../../documents/letter-fields.ts';
import { placementValues } from '../letter-data.ts';
import { firmNameIn } from '../letterhead.ts';
import { practiceIn, readPlacementFacts } from '../placement-facts.ts';
import { groupPlacements } from '../rules.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

/** The letter that sends students to a firm: one for each firm, practice and period. */
export const placement: KindOfLetter = {
  file: 'placement-letter',
  catalogue: placementLetterCatalogue,
  papers: (db, ids, issuedOn) =>
    groupPlacements(readPlacementFacts(db, ids, issuedOn)).flatMap(placements => {
      const [first] = placements;
      if (first === undefined) return [];
      return [
        {
          references: { ...noReferences, firmId: first.firmId, placementIds: placements.map(({ id }) => id) },
          line: language =>
            translators[language]('letters.subject.placement', {
              practice: practiceIn(first, language),
              count: placements.length,
            }),
          about: language => firmNameIn({ ru: first.firmNameRu, kk: first.firmNameKk }, language),
          values: (language, envelope) => placementValues(placements, language, envelope),
        },
      ];
    }),
};
