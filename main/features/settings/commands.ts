import type { Input, Output } from '#shared/contract/index.ts';
import { readRecord, type Transaction } from '../../database/records.ts';
import { readSettings } from './queries.ts';

/** Stores one named value. */
export function writeSetting(tx: Transaction, name: string, value: unknown): void {
  if (readRecord(tx.db, 'setting', name) === undefined) tx.insert('setting', { id: name, value });
  else tx.update('setting', name, { value });
}

/** How the program looks: recorded, but no step of undo. */
const appearance: ReadonlySet<string> = new Set(['language', 'theme', 'density', 'openOn', 'dailyNotice']);

/** Changes the settings that are given and answers with all of them. */
export function updateSettings(tx: Transaction, input: Input<'settings.update'>): Output<'settings.update'> {
  for (const [name, value] of Object.entries(input)) writeSetting(tx, name, value);
  const [only, ...others] = Object.keys(input);
  if (only !== undefined && others.length === 0) tx.label('settingChanged', { setting: only });
  else tx.label('settingsChanged');
  if (Object.keys(input).every(name => appearance.has(name))) tx.aside();
  return readSettings(tx.db);
}
