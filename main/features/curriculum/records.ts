import { nameSql } from '../../database/localized-name.ts';
import { recordUseCases } from '../shared/record-feature.ts';
import { prepareRequest } from './commands.ts';
import { requestDetail, requestList } from './queries.ts';

export const requestUseCases = recordUseCases({
  entity: 'request',
  list: requestList,
  pick: {
    title: "'№ ' || r.number",
    detail: `ifnull(${nameSql('f')}, '') || ' · ' || r.received_on`,
    within: 'r.firm_id',
  },
  detail: requestDetail,
  initial: { state: 'submitted', stateReason: null },
  prepare: prepareRequest,
});
