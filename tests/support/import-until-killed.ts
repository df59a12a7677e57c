import { openVictim, say } from './victim.ts';

/** Imports one file of new firms after another until it is killed; says «ready» and then each batch that is safe. */
const [folder = '', rows = '0', from = '0'] = process.argv.slice(2);
const { call } = openVictim(folder);

for (let round = Number(from); ; round++) {
  const lines = Array.from({ length: Number(rows) }, (_, row) => `ТОО «Партия ${round}-${row}»;Темиртау`);
  const text = ['Предприятие;Город', ...lines].join('\r\n');
  const { previewId } = await call('importing.preview', { source: { name: 'firms.csv', text } });
  if (round === Number(from)) say('ready');
  const { batchId } = await call('importing.commit', { previewId });
  say(batchId ?? '');
}
