import type { Output } from '#shared/contract/index.ts';
import type { Translator } from '#shared/text/index.ts';

type Rehearsal = Omit<Output<'backup.rehearse'>, 'report'>;

/** The rehearsal as a text that can be kept or shown to somebody else. */
export function rehearsalReport(rehearsal: Rehearsal, t: Translator): string {
  const lines = [
    t('backup.rehearsalTitle'),
    t.locale.dateTime(rehearsal.at),
    t(rehearsal.ok ? 'backup.rehearsalSound' : 'backup.rehearsalFound'),
  ];
  for (const backup of rehearsal.backups) {
    lines.push('', `${t.locale.dateTime(backup.createdAt)} · ${backup.file}`);
    if (backup.source === 'copy') lines.push(t('backup.inSecondFolder'));
    for (const check of backup.checks) {
      const verdict = t(check.ok ? 'backup.checkOk' : 'backup.checkBad');
      lines.push(
        `  ${verdict} — ${t(`backup.checks.${check.name}`)}[${t.locale.number(check.count)}]`.replace(
          /\[(.*)\]$/u,
          ' ($1)',
        ),
      );
      for (const name of check.found) lines.push(`      ${name}`);
    }
    const counts = backup.counts.map(({ entity, count }) => `${t(`entities.${entity}`)}: ${t.locale.number(count)}`);
    if (counts.length > 0) lines.push(`  ${counts.join(', ')}`);
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
