import { entryNameSql, nameSql } from '../../database/localized-name.ts';
import { recordUseCases } from '../shared/record-feature.ts';
import { prepareAgreement } from './commands.ts';
import { agreementDetail, agreementList, agreementTypeList } from './queries.ts';

export const agreementUseCases = recordUseCases({
  entity: 'agreement',
  list: agreementList,
  pick: { title: 'a.number', detail: `${nameSql('f')} || ifnull(' · ' || a.signed_on, '')`, within: 'a.firm_id' },
  detail: agreementDetail,
  prepare: prepareAgreement,
});

export const agreementTypeUseCases = recordUseCases({
  entity: 'agreementType',
  list: agreementTypeList,
  pick: { title: entryNameSql('t'), detail: 't.name_kk' },
  detail: (_db, type) => type,
});
