import { nameSql } from '../../database/localized-name.ts';
import { recordUseCases } from '../shared/record-feature.ts';
import { prepareCouncilMember, prepareMeeting, removeMeeting } from './commands.ts';
import {
  councilDetail,
  councilList,
  councilMemberDetail,
  councilMemberList,
  meetingDetail,
  meetingList,
} from './queries.ts';

export const councilUseCases = recordUseCases({
  entity: 'council',
  list: councilList,
  pick: { title: nameSql('c'), detail: "''" },
  detail: councilDetail,
});

export const councilMemberUseCases = recordUseCases({
  entity: 'councilMember',
  list: councilMemberList,
  pick: { title: 'm.name', detail: `ifnull(${nameSql('f')}, ifnull(m.position, ''))`, within: 'm.council_id' },
  detail: councilMemberDetail,
  prepare: prepareCouncilMember,
});

export const meetingUseCases = {
  ...recordUseCases({
    entity: 'meeting',
    list: meetingList,
    pick: { title: "'№ ' || g.minute_number || ' · ' || g.held_on", detail: nameSql('c'), within: 'g.council_id' },
    detail: meetingDetail,
    prepare: prepareMeeting,
  }),
  remove: removeMeeting,
};
