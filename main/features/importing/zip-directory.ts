import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/result.ts';

/** One entry of a zip as its central directory declares it. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly headerOffset: number;
};

const maxEntries = 2_000;
const maxTotalSize = 300 * 1024 * 1024;
const maxRatio = 200;
/** Below this size a high ratio is harmless: a sheet of repeated rows packs well. */
const ratioMatters = 10 * 1024 * 1024;

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const sentinel16 = 0xffff;
const sentinel32 = 0xffffffff;

/** Reads the central directory without inflating anything; refuses what declares more than an office file ever holds. */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // A zip64 directory means more than 65,534 entries or 4 GB: no workbook of an office.
  if (count === sentinel16 || start === sentinel32 || count > maxEntries) throw new AppError('fileTooLarge');
  const entries: ZipEntry[] = [];
  let position = start;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (position + 46 > view.byteLength || view.getUint32(position, true) !== centralSignature) {
      throw new AppError('fileUnreadable');
    }
    const nameLength = view.getUint16(position + 28, true);
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(position + 46, position + 46 + nameLength)),
      method: view.getUint16(position + 10, true),
      encrypted: (view.getUint16(position + 8, true) & 1) === 1,
      packedSize: view.getUint32(position + 20, true),
      size: view.getUint32(position + 24, true),
      crc: view.getUint32(position + 16, true),
      headerOffset: view.getUint32(position + 42, true),
    };
    total += entry.size;
    if (total > maxTotalSize) throw new AppError('fileTooLarge');
    if (entry.size > ratioMatters && entry.size / Math.max(1, entry.packedSize) > maxRatio) {
      throw new AppError('fileTooLarge');
    }
    entries.push(entry);
    position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  return entries;
}

/** Inflates every entry once against its declared size, so that a directory that lies is caught before a reader trusts it. */
export function verifyZipEntries(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    inflateEntry(bytes, entry);
  }
}

/** The content of one entry; never more than it declares. */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedEntry(bytes, entry);
  if (entry.method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new AppError(tooLong ? 'fileTooLarge' : 'fileUnreadable');
  }
}

const pieceSize = 256 * 1024;

/** The content of one entry piece by piece; never more than it declares. Errors: fileTooLarge, and those of inflating. */
export async function* inflateInPieces(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = packedEntry(bytes, entry);
  if (entry.method === 0) {
    yield packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: pieceSize });
  inflate.end(packed);
  let size = 0;
  for await (const piece of inflate as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > entry.size) throw new AppError('fileTooLarge');
    yield piece;
  }
}

function packedEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = entry.headerOffset;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature) {
    throw new AppError('fileUnreadable');
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedSize > bytes.byteLength) throw new AppError('fileUnreadable');
  if (entry.method !== 0 && entry.method !== 8) throw new AppError('fileUnreadable');
  return bytes.subarray(start, start + entry.packedSize);
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let position = view.byteLength - 22; position >= lowest; position--) {
    if (view.getUint32(position, true) === endSignature) return position;
  }
  throw new AppError('fileUnreadable');
}
