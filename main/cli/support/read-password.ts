import { text } from 'node:stream/consumers';
import { AppError } from '#shared/result.ts';
import type { RunningApplication } from '../../application.ts';

export type StandardInput = { readonly password: string; readonly json: string };

/** Reads standard input to its end: the password on the first line, when there is one, and what follows. */
export async function readStandardInput(withPassword: boolean): Promise<StandardInput> {
  const all = await text(process.stdin);
  if (!withPassword) return { password: '', json: all };
  const [password = '', ...rest] = all.split(/\r?\n/u);
  return { password, json: rest.join('\n') };
}

/** Opens a college that is locked. Errors: passwordNeeded, wrongPassword, and those of opening. */
export async function openWithPassword(college: RunningApplication, password: string): Promise<void> {
  if (college.vault.state() !== 'locked') return;
  if (password === '') throw new AppError('passwordNeeded');
  await college.vault.unlock({ password });
}
