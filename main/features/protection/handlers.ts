import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import type { Secret } from '../../database/keys-file.ts';
import type { Handlers } from '../../ipc/router.ts';
import { readSettings } from '../settings/queries.ts';

type Given = { readonly password?: string | undefined; readonly code?: string | undefined };

/** What was typed; exactly one of the two. Errors: validation. */
function secretOf({ password, code }: Given): Secret {
  if (password !== undefined && code === undefined) return { password };
  if (code !== undefined && password === undefined) return { code };
  throw new AppError('validation', {}, { password: 'required' });
}

type Channel = Extract<keyof Handlers, `protection.${string}`>;
const none = { value: {}, changed: [] } as const;

/** The procedures of the door. */
export function protectionHandlers({ vault, db }: Application): Pick<Handlers, Channel> {
  return {
    'protection.state': () => {
      const state = vault.state();
      const keys = vault.keys();
      if (state !== 'locked') {
        const { language, theme } = readSettings(db());
        return { state, language, theme };
      }
      return { state, language: keys?.language ?? null, theme: keys?.theme ?? null };
    },
    'protection.unlock': async input => {
      await vault.unlock(secretOf(input));
      return none;
    },
    'protection.lock': async () => {
      await vault.lock();
      return none;
    },
    'protection.turnOn': async ({ password }) => ({
      value: { code: await vault.turnOn(password) },
      changed: ['setting'],
    }),
    'protection.turnOff': async ({ password }) => {
      await vault.turnOff(password);
      return { value: {}, changed: ['setting'] };
    },
    'protection.changePassword': async ({ next, ...given }) => {
      await vault.changePassword(secretOf(given), next);
      return none;
    },
    'protection.renewCode': async ({ password }) => ({ value: { code: await vault.renewCode(password) }, changed: [] }),
  };
}
