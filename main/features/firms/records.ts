import { nameSql } from '../../database/localized-name.ts';
import { binSql } from '../../database/masked-iin.ts';
import { recordUseCases } from '../shared/record-feature.ts';
import { prepareContact, prepareFirm } from './commands.ts';
import { contactList, firmList, siteList } from './lists.ts';
import { contactDetail, firmDetail, siteDetail } from './queries.ts';

export const firmUseCases = recordUseCases({
  entity: 'firm',
  list: firmList,
  pick: { title: nameSql('f'), detail: `ifnull(${binSql('f.bin')}, '') || ifnull(' · ' || f.city, '')` },
  detail: firmDetail,
  prepare: prepareFirm,
});

export const contactUseCases = recordUseCases({
  entity: 'contact',
  list: contactList,
  pick: { title: 'c.name', detail: `ifnull(c.position, '') || ' · ' || ${nameSql('f')}`, within: 'c.firm_id' },
  detail: contactDetail,
  prepare: prepareContact,
});

export const siteUseCases = recordUseCases({
  entity: 'site',
  list: siteList,
  pick: { title: 'w.name', detail: `ifnull(w.city, '') || ' · ' || ${nameSql('f')}`, within: 'w.firm_id' },
  detail: siteDetail,
});
