import { aFirm } from './builders.ts';
import { openVictim, say } from './victim.ts';

/** Adds a firm and makes a backup of it for ever; says the name of each backup that is safe; made to be killed. */
const [, , folder = '', from = '0'] = process.argv;
const { call } = openVictim(folder);
for (let turn = Number(from); ; turn++) {
  // oxlint-disable-next-line no-await-in-loop -- one backup after the other is what is tried
  await call('firms.create', aFirm({ nameRu: `ТОО «Көшірме ${turn}»` }));
  // oxlint-disable-next-line no-await-in-loop -- see above
  say((await call('backup.create', {})).file);
}
