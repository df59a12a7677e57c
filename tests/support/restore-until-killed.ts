import { openVictim, say } from './victim.ts';

/** Restores the named backups of the second folder in turns for ever and says when each is in place; made to be killed. */
const [, , folder = '', ...files] = process.argv;
const { call } = openVictim(folder);
say('open');
for (let turn = 0; ; turn++) {
  const file = files[turn % files.length] ?? '';
  // oxlint-disable-next-line no-await-in-loop -- one restore after the other is what is tried
  await call('backup.restore', { source: 'copy', file });
  say(file);
}
