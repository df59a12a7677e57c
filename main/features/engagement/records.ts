import { entryNameSql, nameSql } from '../../database/localized-name.ts';
import { recordUseCases } from '../shared/record-feature.ts';
import { prepareChallenge, prepareEngagement, prepareMilestone, preparePromise } from './commands.ts';
import { challengeList, engagementKindList, engagementList, milestoneList, promiseList, rowOf } from './queries.ts';

export const engagementKindUseCases = recordUseCases({
  entity: 'engagementKind',
  list: engagementKindList,
  pick: { title: entryNameSql('k'), detail: 'k.name_kk' },
  detail: (_db, kind) => kind,
});

export const engagementUseCases = recordUseCases({
  entity: 'engagement',
  list: engagementList,
  pick: { title: 'e.topic', detail: `${nameSql('f')} || ' · ' || e.starts_on`, within: 'e.firm_id' },
  detail: (db, engagement, today) => rowOf(db, engagementList(today, db), engagement.id),
  prepare: prepareEngagement,
});

export const milestoneUseCases = recordUseCases({
  entity: 'milestone',
  list: milestoneList,
  pick: { title: 'm.title', detail: 'm.due_on', within: 'm.engagement_id' },
  detail: (db, milestone, today) => rowOf(db, milestoneList(today), milestone.id),
  prepare: prepareMilestone,
});

export const promiseUseCases = recordUseCases({
  entity: 'promise',
  list: promiseList,
  pick: { title: 'p.promise', detail: nameSql('f'), within: 'p.firm_id' },
  detail: (db, promise, today) => rowOf(db, promiseList(today, db), promise.id),
  prepare: preparePromise,
});

export const challengeUseCases = recordUseCases({
  entity: 'challenge',
  list: challengeList,
  pick: { title: 'c.description', detail: `ifnull(${nameSql('f')}, '')` },
  detail: (db, challenge, today) => rowOf(db, challengeList(today, db), challenge.id),
  prepare: prepareChallenge,
});
