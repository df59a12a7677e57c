import { openVictim, say } from './victim.ts';

/** Opens a college of an older version, which backs it up and migrates it, and says when it is open; made to be killed. */
const [, , folder = ''] = process.argv;
say('ready');
openVictim(folder);
say('open');
await new Promise(() => setInterval(() => undefined, 1000));
