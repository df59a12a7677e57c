import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { signatures, wide, ZipError, type ZipLimits } from './zip-records.ts';

/** One file of an archive as its directory declares it. */
export type ZipFile = {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
};

export type ZipReader = {
  readonly files: readonly ZipFile[];
  /** The bytes of an entry, never more than it declares. Throws `ZipError`. */
  readonly read: (file: ZipFile) => AsyncGenerator<Uint8Array>;
};

const longestDirectory = 64 * 1024 * 1024;
const longestTail = 22 + 0xffff;
const ratioExempt = 1024 * 1024;
const symbolicLink = 0xa000;
const regularFile = 0x8000;

const damaged = (): ZipError => new ZipError('damaged');

async function readAt(file: FileHandle, length: number, position: number): Promise<Buffer> {
  if (position < 0 || !Number.isSafeInteger(position)) throw damaged();
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    // oxlint-disable-next-line no-await-in-loop -- a short read is finished by the next
    const { bytesRead } = await file.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) throw damaged();
    done += bytesRead;
  }
  return buffer;
}

const wideNumber = (buffer: Buffer, at: number): number => {
  const value = buffer.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
};

type Directory = { readonly count: number; readonly length: number; readonly offset: number };

async function findDirectory(file: FileHandle, size: number): Promise<Directory> {
  if (size < 22) throw new ZipError('notZip');
  const start = Math.max(0, size - longestTail);
  const tail = await readAt(file, size - start, start);
  let end = tail.length - 22;
  // The end record must reach exactly to the end of the file: two readers must not find two directories.
  while (
    end >= 0 &&
    (tail.readUInt32LE(end) !== signatures.end || end + 22 + tail.readUInt16LE(end + 20) !== tail.length)
  )
    end -= 1;
  if (end < 0) throw new ZipError('notZip');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count !== 0xffff && length !== wide && offset !== wide) return { count, length, offset };
  if (end < 20 || tail.readUInt32LE(end - 20) !== signatures.locator64) throw damaged();
  const record = await readAt(file, 56, wideNumber(tail, end - 20 + 8));
  if (record.readUInt32LE(0) !== signatures.end64) throw damaged();
  return { count: wideNumber(record, 32), length: wideNumber(record, 40), offset: wideNumber(record, 48) };
}

/** Sizes and place of an entry, from its zip64 field where the short ones are full. */
function longFields(entry: Buffer, extra: Buffer): Pick<ZipFile, 'size' | 'packedSize' | 'offset'> {
  const short = [entry.readUInt32LE(24), entry.readUInt32LE(20), entry.readUInt32LE(42)];
  if (!short.includes(wide)) return { size: short[0] ?? 0, packedSize: short[1] ?? 0, offset: short[2] ?? 0 };
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  const [size = 0, packedSize = 0, offset = 0] = short.map(value => {
    if (value !== wide) return value;
    if (at + 8 > extra.length) throw damaged();
    const long = wideNumber(extra, at);
    at += 8;
    return long;
  });
  return { size, packedSize, offset };
}

function readDirectory(bytes: Buffer, count: number): ZipFile[] {
  const files: ZipFile[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signatures.entry) throw damaged();
    const entry = bytes.subarray(at);
    if ((entry.readUInt16LE(8) & 1) === 1) throw new ZipError('encrypted');
    const nameEnd = 46 + entry.readUInt16LE(28);
    const extraEnd = nameEnd + entry.readUInt16LE(30);
    if (extraEnd > entry.length) throw damaged();
    const kind = (entry.readUInt32LE(38) >>> 16) & 0xf000;
    // A link, a folder or a device is nothing that was put in by this program.
    if (kind === symbolicLink || (kind !== 0 && kind !== regularFile)) throw new ZipError('foreign');
    const name = entry.toString('utf8', 46, nameEnd);
    const method = entry.readUInt16LE(10);
    if (names.has(name) || (method !== 0 && method !== 8)) throw damaged();
    names.add(name);
    files.push({ name, method, ...longFields(entry, entry.subarray(nameEnd, extraEnd)) });
    at += extraEnd + entry.readUInt16LE(32);
  }
  return files;
}

/** Refuses entries that lie upon one another or reach into the directory: a small archive that unpacks to a giant one. */
function requireApart(files: readonly ZipFile[], directory: number): void {
  let free = 0;
  for (const file of files.toSorted((left, right) => left.offset - right.offset)) {
    if (file.offset < free) throw new ZipError('tooLarge');
    free = file.offset + 30 + Buffer.byteLength(file.name) + file.packedSize;
  }
  if (free > directory) throw damaged();
}

function requireWithin(files: readonly ZipFile[], limits: ZipLimits): void {
  let total = 0;
  for (const { size, packedSize, method } of files) {
    total += size;
    const bomb = size > ratioExempt && size > packedSize * limits.ratio;
    if (total > limits.unpackedBytes || bomb) throw new ZipError('tooLarge');
    if (method === 0 && size !== packedSize) throw damaged();
  }
}

async function* unpack(path: string, file: FileHandle, entry: ZipFile): AsyncGenerator<Uint8Array> {
  const header = await readAt(file, 30, entry.offset);
  if (header.readUInt32LE(0) !== signatures.local || header.readUInt16LE(8) !== entry.method) throw damaged();
  const nameLength = header.readUInt16LE(26);
  const name = await readAt(file, nameLength, entry.offset + 30);
  if (name.toString('utf8') !== entry.name) throw damaged();
  if (entry.size === 0 && entry.packedSize === 0) return;
  const start = entry.offset + 30 + nameLength + header.readUInt16LE(28);
  const raw = createReadStream(path, {
    start,
    end: start + entry.packedSize - 1,
    highWaterMark: 1024 * 1024,
  });
  let size = 0;
  const stream = entry.method === 0 ? raw : raw.pipe(createInflateRaw());
  raw.on('error', error => stream.destroy(error));
  try {
    for await (const chunk of stream) {
      size += (chunk as Uint8Array).length;
      if (size > entry.size) throw new ZipError('tooLarge');
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw error instanceof ZipError || (error as { code?: string }).code?.startsWith('E') ? error : damaged();
  } finally {
    raw.destroy();
    stream.destroy();
  }
  if (size !== entry.size) throw damaged();
}

/** Opens an archive that may be hostile: everything its directory declares is judged before a byte is unpacked. Throws `ZipError`. */
export async function withZip<T>(path: string, limits: ZipLimits, use: (archive: ZipReader) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const directory = await findDirectory(file, size);
    if (directory.count > limits.entries || directory.length > longestDirectory) throw new ZipError('tooLarge');
    if (directory.offset + directory.length > size) throw damaged();
    const bytes = await readAt(file, directory.length, directory.offset);
    const files = readDirectory(bytes, directory.count);
    requireApart(files, directory.offset);
    requireWithin(files, limits);
    return await use({ files, read: entry => unpack(path, file, entry) });
  } finally {
    await file.close();
  }
}
