import { text } from 'node:stream/consumers';
import { AppError } from '#shared/result.ts';
import type { RunningApplication } from '../../application.ts';

/**
 * Opens a college with a password from the first line of standard input; an argument would stand in the list of processes.
 * Errors: passwordNeeded, wrongPassword, and those of opening.
 */
export async function openWithPassword(college: RunningApplication, fromInput: boolean): Promise<void> {
  if (college.vault.state() !== 'locked') return;
  if (!fromInput) throw new AppError('passwordNeeded');
  const password = (await text(process.stdin)).split(/\r?\n/u)[0] ?? '';
  if (password === '') throw new AppError('passwordNeeded');
  await college.vault.unlock({ password });
}
