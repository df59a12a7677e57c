import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { z } from '#shared/contract/zod.ts';
import { AppError } from '#shared/result.ts';

const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/u);

/** What a release consists of; `name` is a plain file name that lies beside the description. */
const Manifest = z.strictObject({
  version,
  releasedOn: z.iso.date(),
  files: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w][\w.() -]{0,199}$/u),
        platform: z.enum(['win32', 'darwin', 'linux']),
        arch: z.enum(['x64', 'arm64']),
        size: z.int().min(1),
        sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      }),
    )
    .max(100),
});
export type Manifest = z.output<typeof Manifest>;

/** The file of an update: the description as text, exactly as it was signed, and the Ed25519 signature of its bytes. */
const UpdateFile = z.strictObject({
  format: z.literal('seriktes-update-1'),
  manifest: z.string().max(200_000),
  signature: z.base64().max(200),
});

/** Writes the file of an update with a private Ed25519 key in PEM. */
export function signManifest(manifest: Manifest, privateKey: string): string {
  const text = JSON.stringify(Manifest.parse(manifest));
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  return `${JSON.stringify({ format: 'seriktes-update-1', manifest: text, signature }, null, 2)}\n`;
}

/** The public key of a private one, in PEM. */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();

const pemBlock = /-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/gu;

function isSignedBy(pem: string, text: string, signature: string): boolean {
  const key = createPublicKey(pem);
  return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

/**
 * Reads the file of an update and believes it only when one of the keys has signed it. `keys` holds one or several public
 * keys in PEM, so that a key can be replaced. Errors: updateNoKey, updateForeign.
 */
export function readManifest(text: string, keys: string, name: string): Manifest {
  const known = keys.match(pemBlock) ?? [];
  if (known.length === 0) throw new AppError('updateNoKey');
  try {
    const file = UpdateFile.parse(JSON.parse(text));
    if (!known.some(key => isSignedBy(key, file.manifest, file.signature)))
      throw new AppError('updateForeign', { name });
    return Manifest.parse(JSON.parse(file.manifest));
  } catch {
    throw new AppError('updateForeign', { name }); // whatever is wrong with it, it is not a release of this program
  }
}

/** Below, equal or above zero as the first version is older, the same or newer; what is no version counts as 0.0.0. */
export function compareVersions(left: string, right: string): number {
  const parts = (text: string): readonly number[] =>
    version.safeParse(text).success ? text.split('.').map(Number) : [0, 0, 0];
  const [ours, theirs] = [parts(left), parts(right)];
  const differing = [0, 1, 2].find(place => ours[place] !== theirs[place]) ?? 0;
  return (ours[differing] ?? 0) - (theirs[differing] ?? 0);
}

/** The SHA-256 of a file in hexadecimal, read as a stream. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
