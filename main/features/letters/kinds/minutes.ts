import { requireRecord } from '../../../database/records.ts';
import { minutesCatalogue } from '../../../documents/letter-fields.ts';
import { meetingDetail } from '../../councils/queries.ts';
import { minutesValues } from '../minutes-data.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

/** The minutes of a council's meeting. */
export const minutes: KindOfLetter = {
  file: 'council-minutes',
  catalogue: minutesCatalogue,
  mayBeEmpty: new Set(['absent']),
  papers: (db, ids) =>
    ids.map(id => {
      const meeting = meetingDetail(db, requireRecord(db, 'meeting', id));
      return {
        references: noReferences,
        number: meeting.minuteNumber,
        line: language => translators[language]('curriculum.paper.fileName', { number: meeting.minuteNumber }),
        about: () => meeting.councilName,
        values: (language, envelope) => minutesValues(db, meeting, language, envelope),
      };
    }),
};
