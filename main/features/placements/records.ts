import { entryNameSql, nameSql } from '../../database/localized-name.ts';
import { recordUseCases } from '../shared/record-feature.ts';
import { preparePlacement } from './commands.ts';
import { placementDetail, placementList, practiceTypeList } from './queries.ts';

export const placementUseCases = recordUseCases({
  entity: 'placement',
  list: placementList,
  pick: {
    title: `s.surname || ifnull(' ' || s.given_name, '') || ' → ' || ${nameSql('f')}`,
    detail: "p.starts_on || ' – ' || p.ends_on",
    within: 'p.firm_id',
  },
  detail: placementDetail,
  initial: { state: 'planned', stateReason: null },
  prepare: preparePlacement,
});

export const practiceTypeUseCases = recordUseCases({
  entity: 'practiceType',
  list: practiceTypeList,
  pick: { title: entryNameSql('t'), detail: 't.name_kk' },
  detail: (_db, type) => type,
});
