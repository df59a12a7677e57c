import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createHash,
  type DecipherGCM,
  randomBytes,
} from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { AppError } from '#shared/result.ts';
import { keysToTry } from './key-ring.ts';

/** A sealed file: mark (8) · id of its key (8) · nonce (12) · AES-256-GCM of the bytes · tag (16). */
const mark = Buffer.from('SRKSEAL1');
const idBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = mark.length + idBytes + nonceBytes;
/** By so much a sealed file is longer than what it holds. */
export const sealBytes = headBytes + tagBytes;
const piece = 1024 * 1024;

/** Names a key without telling anything about it; 8 bytes. */
export const keyIdOf = (key: Uint8Array): Buffer =>
  createHash('sha256').update('seriktes data key').update(key).digest().subarray(0, idBytes);

/** Seals bytes that come in pieces: first `head`, then each piece, then `end()`. */
export type Sealer = {
  readonly head: Buffer;
  readonly update: (chunk: Uint8Array) => Buffer;
  readonly end: () => Buffer;
};

/** Begins a sealed file under a fresh nonce. */
export function createSealer(key: Uint8Array): Sealer {
  const nonce = randomBytes(nonceBytes);
  const head = Buffer.concat([mark, keyIdOf(key), nonce]);
  const cipher: CipherGCM = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(head.subarray(0, mark.length + idBytes));
  return {
    head,
    update: chunk => cipher.update(chunk),
    end: () => Buffer.concat([cipher.final(), cipher.getAuthTag()]),
  };
}

/** The bytes of a file as they are to lie on the disk: sealed under the key, or as they are without one. */
export async function* sealing(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  key: Uint8Array | undefined,
): AsyncGenerator<Uint8Array> {
  if (key === undefined) return yield* chunks;
  const sealer = createSealer(key);
  yield sealer.head;
  for await (const chunk of chunks) yield sealer.update(chunk);
  yield sealer.end();
}

/** Bytes sealed at once. */
export function sealNow(bytes: Uint8Array, key: Uint8Array | undefined): Uint8Array {
  if (key === undefined) return bytes;
  const sealer = createSealer(key);
  return Buffer.concat([sealer.head, sealer.update(bytes), sealer.end()]);
}

type Seal = {
  readonly id: Buffer;
  readonly nonce: Buffer;
  readonly tag: Buffer;
  readonly size: number;
  readonly head: Buffer;
};

function readSeal(path: string): Seal | undefined {
  const { size } = statSync(path);
  if (size < sealBytes) return undefined;
  const head = Buffer.alloc(headBytes);
  const tag = Buffer.alloc(tagBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, headBytes, 0);
    if (!head.subarray(0, mark.length).equals(mark)) return undefined;
    readSync(file, tag, 0, tagBytes, size - tagBytes);
  } finally {
    closeSync(file);
  }
  return {
    id: head.subarray(mark.length, mark.length + idBytes),
    nonce: head.subarray(mark.length + idBytes),
    tag,
    size,
    head: head.subarray(0, mark.length + idBytes),
  };
}

function opener(seal: Seal, path: string): DecipherGCM {
  const key = keysToTry(path).find(known => keyIdOf(known).equals(seal.id));
  if (key === undefined) throw new AppError('fileChanged', { name: path });
  const decipher = createDecipheriv('aes-256-gcm', key, seal.nonce);
  decipher.setAAD(seal.head);
  decipher.setAuthTag(seal.tag);
  return decipher;
}

/** Whether a file lies as it should: sealed under the key, or plain without one. */
export function isInForm(path: string, key: Uint8Array | undefined): boolean {
  const seal = readSeal(path);
  return key === undefined ? seal === undefined : seal?.id.equals(keyIdOf(key)) === true;
}

/** What a file holds, sealed or not, in pieces. Errors: fileChanged when no known key opens it or its bytes were changed. */
export async function* readInside(path: string): AsyncGenerator<Uint8Array> {
  const seal = readSeal(path);
  if (seal === undefined) return yield* createReadStream(path, { highWaterMark: piece });
  const decipher = opener(seal, path);
  if (seal.size > sealBytes)
    for await (const chunk of createReadStream(path, {
      start: headBytes,
      end: seal.size - tagBytes - 1,
      highWaterMark: piece,
    }))
      yield decipher.update(chunk as Uint8Array);
  try {
    decipher.final();
  } catch {
    throw new AppError('fileChanged', { name: path }); // the tag tells that bytes were changed
  }
}

/** The same at once, for files that fit into memory. */
export function readInsideNow(path: string): Buffer {
  const seal = readSeal(path);
  const bytes = readFileSync(path);
  if (seal === undefined) return bytes;
  const decipher = opener(seal, path);
  try {
    const inside = decipher.update(bytes.subarray(headBytes, bytes.length - tagBytes));
    return Buffer.concat([inside, decipher.final()]);
  } catch {
    throw new AppError('fileChanged', { name: path }); // the tag tells that bytes were changed
  }
}

/** SHA-256 of what a file holds, hexadecimal. Errors: fileChanged. */
export async function hashInside(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readInside(path)) hash.update(chunk);
  return hash.digest('hex');
}
