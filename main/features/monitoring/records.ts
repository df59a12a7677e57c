import { entryNameSql, nameSql } from '../../database/localized-name.ts';
import { rowOf } from '../engagement/queries.ts';
import { recordUseCases } from '../shared/record-feature.ts';
import { prepareCriterion, prepareEvaluation, prepareVisit, removeCriterion } from './commands.ts';
import { criterionList, evaluationList, visitList } from './queries.ts';

export const visitUseCases = recordUseCases({
  entity: 'visit',
  list: visitList,
  pick: { title: nameSql('f'), detail: 'v.on_day', within: 'v.firm_id' },
  detail: (db, visit, today) => rowOf(db, visitList(today, db), visit.id),
  prepare: prepareVisit,
});

export const criterionUseCases = {
  ...recordUseCases({
    entity: 'evaluationCriterion',
    list: criterionList,
    pick: { title: entryNameSql('c'), detail: 'c.name_kk' },
    detail: (_db, criterion) => criterion,
    prepare: prepareCriterion,
  }),
  remove: removeCriterion,
};

export const evaluationUseCases = recordUseCases({
  entity: 'evaluation',
  list: evaluationList,
  pick: { title: 'e.evaluated_on', detail: 'e.side', within: 'e.placement_id' },
  detail: (db, evaluation, today) => rowOf(db, evaluationList(today, db), evaluation.id),
  prepare: prepareEvaluation,
});
