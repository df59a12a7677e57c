import { Language } from './primitives.ts';
import { command, query } from './procedure.ts';
import { z } from './zod.ts';

/** As it is typed at the door; its length is not judged there. */
const typed = z.string().min(1, 'required').max(1000);
/** A password that is being chosen. */
const chosen = z.string().min(8, 'passwordShort').max(1000);
const nothing = z.strictObject({});

/** The password at rest and the lock. Only these procedures answer while the college is locked. */
export const protection = {
  'protection.state': query(
    [],
    nothing,
    z.strictObject({
      state: z.enum(['off', 'open', 'locked']),
      /** How the unlock screen looks; null until there is a password. */
      language: Language.nullable(),
      theme: z.enum(['system', 'light', 'dark']).nullable(),
    }),
  ),
  /** Opens the college with the password or the recovery code. Errors: wrongPassword, and those of opening the file. */
  'protection.unlock': command(z.strictObject({ password: typed.optional(), code: typed.optional() }), nothing),
  /** Closes the database and forgets the key. Nothing happens without a password. */
  'protection.lock': command(nothing, nothing),
  /** Sets a password and encrypts everything; the recovery code is answered this once. Errors: refused, diskFull, noAccess. */
  'protection.turnOn': command(z.strictObject({ password: chosen }), z.strictObject({ code: z.string() })),
  /** Takes the password away and decrypts everything. Errors: wrongPassword, refused, diskFull, noAccess. */
  'protection.turnOff': command(z.strictObject({ password: typed }), nothing),
  /** Another password, by the present one or by the recovery code; no data is rewritten. Errors: wrongPassword. */
  'protection.changePassword': command(
    z.strictObject({ password: typed.optional(), code: typed.optional(), next: chosen }),
    nothing,
  ),
  /** Another recovery code; the one before opens nothing any more. Errors: wrongPassword. */
  'protection.renewCode': command(z.strictObject({ password: typed }), z.strictObject({ code: z.string() })),
} as const;
