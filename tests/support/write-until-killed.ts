import { flushCompileCache } from 'node:module';
import { openDatabase } from '#main/database/connection.ts';
import { runBatch } from '#main/database/records.ts';
import { aFirm } from './builders.ts';
import { say, victimPorts } from './victim.ts';

/** Writes batches of firms for ever and says after each commit that it is safe; made to be killed. */
const [, , file = '', firmsPerBatch = '1'] = process.argv;
const db = openDatabase({ file, backUp: () => undefined });
flushCompileCache();

for (let batch = 1; ; batch++) {
  const { batchId } = runBatch(db, victimPorts, tx => {
    for (let firm = 0; firm < Number(firmsPerBatch); firm++) {
      const { accepted: _accepted, ...fields } = {
        accepted: undefined,
        ...aFirm({ nameRu: `ТОО «Партия ${batch}, ${firm}»` }),
      };
      tx.insert('firm', fields);
    }
    tx.label('createdMany', { count: Number(firmsPerBatch) });
  });
  say(batchId ?? '');
}
