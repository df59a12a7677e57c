import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from '#shared/contract/primitives.ts';
import { z } from '#shared/contract/zod.ts';
import { readNote, writeSafely } from './safe-files.ts';
import { keyIdOf } from './sealed-files.ts';

const bytes = (length: number) =>
  z.string().refine(text => Buffer.from(text, 'base64').length === length && text.length < 200);

/** The data key, closed with a key made of a secret: AES-256-GCM. */
const Wrapped = z.object({ salt: bytes(32), nonce: bytes(12), tag: bytes(16), key: bytes(32) });

/** What a secret costs to try: scrypt with 128 MiB (OWASP asks for at least N = 2^17, r = 8, p = 1). The bounds keep a foreign file from stopping the program. */
const Derivation = z.object({
  name: z.literal('scrypt'),
  N: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.literal(8),
  p: z.int().min(1).max(4),
});

/** What an archive carries, so that it opens with the password elsewhere. */
export const WrappedKeys = z.object({
  format: z.literal('seriktes-keys'),
  version: z.literal(1),
  /** Names the data key; first bytes of a hash. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/u),
  derivation: Derivation,
  password: Wrapped,
  recovery: Wrapped,
});
export type WrappedKeys = z.output<typeof WrappedKeys>;

/** `keys.json` beside the database, and a copy with the backups. */
export const KeysFile = WrappedKeys.extend({
  /** A switch that has begun and is finished at the next opening. */
  changing: z.enum(['on', 'off']).nullable(),
  /** How the unlock screen looks; the settings are closed by then. */
  language: Language,
  theme: z.enum(['system', 'light', 'dark']),
});
export type KeysFile = z.output<typeof KeysFile>;

const derivation: WrappedKeys['derivation'] = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 };

/** Where the wrapped keys of a data folder or a folder of backups lie. */
export const keysPath = (folder: string): string => join(folder, 'keys.json');

/** Undefined when there is none, or it is damaged and the copy counts. */
const readOne = (folder: string): KeysFile | undefined => KeysFile.safeParse(readNote(keysPath(folder))).data;

/** The wrapped keys of a college; the copy with its backups where the first is lost or damaged. */
export const readKeys = (folder: string, backupFolder: string): KeysFile | undefined =>
  readOne(folder) ?? readOne(backupFolder);

/** Writes the wrapped keys whole, first to the copy, then beside the database. */
export function writeKeys(folder: string, backupFolder: string, keys: KeysFile): void {
  const content = JSON.stringify(keys, null, 1);
  writeSafely(keysPath(backupFolder), content);
  writeSafely(keysPath(folder), content);
}

/**
 * Brings the wrapped keys of a folder of backups to its copies elsewhere: without them those would open nowhere. Damaged ones are
 * not brought: the copy may be the last that is whole.
 */
export function copyKeys(from: string, to: string): void {
  const keys = readOne(from);
  if (keys === undefined) return;
  const content = JSON.stringify(keys, null, 1);
  if (JSON.stringify(readOne(to), null, 1) !== content) writeSafely(keysPath(to), content);
}

/** Takes the wrapped keys away: nothing is closed with them any more. The copy goes last. */
export function removeKeys(folder: string, backupFolder: string): void {
  rmSync(keysPath(folder), { force: true });
  if (existsSync(keysPath(backupFolder))) rmSync(keysPath(backupFolder), { force: true });
}

function derive(secret: string, salt: Buffer, { N, r, p }: WrappedKeys['derivation']): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  const text = Buffer.from(secret, 'utf8');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, 32, options, (error, key) => {
      text.fill(0);
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

async function wrap(dataKey: Buffer, secret: string): Promise<WrappedKeys['password']> {
  const salt = randomBytes(32);
  const nonce = randomBytes(12);
  const key = await derive(secret, salt, derivation);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const closed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  key.fill(0);
  const [saltText, nonceText, tag, keyText] = [salt, nonce, cipher.getAuthTag(), closed].map(part =>
    part.toString('base64'),
  ) as [string, string, string, string];
  return { salt: saltText, nonce: nonceText, tag, key: keyText };
}

async function unwrap(
  wrapped: WrappedKeys['password'],
  secret: string,
  how: WrappedKeys['derivation'],
): Promise<Buffer | undefined> {
  const from = (text: string): Buffer => Buffer.from(text, 'base64');
  const key = await derive(secret, from(wrapped.salt), how);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, from(wrapped.nonce));
    decipher.setAuthTag(from(wrapped.tag));
    return Buffer.concat([decipher.update(from(wrapped.key)), decipher.final()]);
  } catch {
    return undefined; // a wrong secret and a changed file look the same, on purpose
  } finally {
    key.fill(0);
  }
}

/** A password as it is typed on any keyboard and system: composed the same way. */
const plainPassword = (password: string): string => password.normalize('NFC');

/** Letters that are not mistaken for one another on paper (Crockford). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLetters = 25;

/** A recovery code as it is compared: capitals, without spaces and dashes, misread letters set right. */
const plainCode = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');

/** A fresh recovery code, 125 random bits in five groups of five. */
export function newRecoveryCode(): string {
  const code = [...randomBytes(codeLetters)].map(byte => letters[byte & 31] ?? '0').join('');
  return code.replace(/(.{5})(?=.)/gu, '$1-');
}

/** What opens a college. */
export type Secret = { readonly password: string } | { readonly code: string };

/** Closes a data key with a password and a recovery code. */
export async function wrapKey(dataKey: Buffer, password: string, code: string): Promise<WrappedKeys> {
  return {
    format: 'seriktes-keys',
    version: 1,
    keyId: keyIdOf(dataKey).toString('hex'),
    derivation,
    password: await wrap(dataKey, plainPassword(password)),
    recovery: await wrap(dataKey, plainCode(code)),
  };
}

/** The same keys with another password. The recovery code stays as it was. */
export const withPassword = async (keys: KeysFile, dataKey: Buffer, password: string): Promise<KeysFile> => ({
  ...keys,
  derivation,
  password: await wrap(dataKey, plainPassword(password)),
});

/** The same keys with another recovery code. */
export const withCode = async (keys: KeysFile, dataKey: Buffer, code: string): Promise<KeysFile> => ({
  ...keys,
  recovery: await wrap(dataKey, plainCode(code)),
});

/** The data key, or undefined for a wrong secret; how long it takes does not depend on which. */
export function openKeys(keys: WrappedKeys, secret: Secret): Promise<Buffer | undefined> {
  return 'password' in secret
    ? unwrap(keys.password, plainPassword(secret.password), keys.derivation)
    : unwrap(keys.recovery, plainCode(secret.code), keys.derivation);
}

/** The part of the keys that goes with an archive. */
export const forArchive = ({ format, version, keyId, derivation: how, password, recovery }: KeysFile): WrappedKeys => ({
  format,
  version,
  keyId,
  derivation: how,
  password,
  recovery,
});
