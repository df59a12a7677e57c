import { recordUseCases } from '../shared/record-feature.ts';
import { prepareDayOverride, prepareHoliday, prepareInterruption, prepareIrregularWeek } from './commands.ts';
import { dayOverrideList, holidayList, interruptionList, irregularWeekList } from './queries.ts';

export const holidayUseCases = recordUseCases({
  entity: 'holiday',
  list: holidayList,
  pick: { title: 'h.name_ru', detail: 'h.day' },
  detail: (_db, holiday) => holiday,
  prepare: prepareHoliday,
});

export const interruptionUseCases = recordUseCases({
  entity: 'interruption',
  list: interruptionList,
  pick: { title: 'i.reason', detail: 'i.starts_on', within: 'i.placement_id' },
  detail: (_db, interruption) => interruption,
  prepare: prepareInterruption,
});

export const dayOverrideUseCases = recordUseCases({
  entity: 'dayOverride',
  list: dayOverrideList,
  pick: { title: 'o.reason', detail: 'o.day', within: 'o.placement_id' },
  detail: (_db, override) => override,
  prepare: prepareDayOverride,
});

export const irregularWeekUseCases = recordUseCases({
  entity: 'irregularWeek',
  list: irregularWeekList,
  pick: { title: 'w.reason', detail: 'w.week', within: 'w.placement_id' },
  detail: (_db, week) => week,
  prepare: prepareIrregularWeek,
});
