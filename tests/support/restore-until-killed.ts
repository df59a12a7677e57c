import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApplication, workspaceIn } from '#main/application.ts';
import { randomIds, systemClock } from '#main/ports.ts';

/** Restores the named backups of the second folder in turns for ever and says when each is in place; made to be killed. */
const [, , folder = '', ...files] = process.argv;
const app = openApplication({
  workspace: workspaceIn(folder),
  ports: { clock: systemClock, ids: randomIds, actor: () => 'Victim', log: () => undefined },
  info: { version: 'test', runtime: 'test', testRuntime: false },
  resources: resolve(import.meta.dirname, '../../resources'),
});
writeSync(1, 'open\n');
for (let turn = 0; ; turn++) {
  const file = files[turn % files.length] ?? '';
  // oxlint-disable-next-line no-await-in-loop -- one restore after the other is what is tried
  const result = await app.call('backup.restore', { source: 'copy', file });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  writeSync(1, `${file}\n`);
}
