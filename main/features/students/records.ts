import { nameSql } from '../../database/localized-name.ts';
import { iinSql } from '../../database/masked-iin.ts';
import { recordUseCases } from '../shared/record-feature.ts';
import { prepareGroup, prepareQualification, prepareSpecialty, prepareStudent } from './commands.ts';
import {
  groupDetail,
  groupList,
  qualificationDetail,
  qualificationList,
  specialtyDetail,
  specialtyList,
  studentDetail,
  studentList,
} from './queries.ts';

export const studentUseCases = recordUseCases({
  entity: 'student',
  list: studentList,
  pick: {
    title: "s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '')",
    detail: `ifnull(g.code, '') || ifnull(' · ' || ${iinSql('s.iin')}, '')`,
    within: 's.group_id',
  },
  detail: studentDetail,
  prepare: prepareStudent,
});

export const groupUseCases = recordUseCases({
  entity: 'group',
  list: groupList,
  pick: { title: 'g.code', detail: `ifnull(sp.code || ' ' || ${nameSql('sp')}, '')`, within: 'g.specialty_id' },
  detail: groupDetail,
  prepare: prepareGroup,
});

export const specialtyUseCases = recordUseCases({
  entity: 'specialty',
  list: specialtyList,
  pick: { title: `sp.code || ' ' || ${nameSql('sp')}`, detail: 'sp.name_kk' },
  detail: specialtyDetail,
  prepare: prepareSpecialty,
});

export const qualificationUseCases = recordUseCases({
  entity: 'qualification',
  list: qualificationList,
  pick: { title: `q.code || ifnull(' ' || ${nameSql('q')}, '')`, detail: 'sp.code', within: 'q.specialty_id' },
  detail: qualificationDetail,
  prepare: prepareQualification,
});
