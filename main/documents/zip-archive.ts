import { inflateRawSync } from 'node:zlib';
import { signatures, wide, ZipError, type ZipLimits } from './zip-records.ts';

export type ZipArchive = {
  readonly names: readonly string[];
  /** Unpacks one entry; undefined when there is none of that name. Throws `ZipError` when it is not what the directory declared. */
  readonly read: (name: string) => Uint8Array | undefined;
};

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const RATIO_EXEMPT = 100_000;

/** Reads the central directory and refuses a hostile archive before a single byte is unpacked. */
export function openZip(bytes: Uint8Array, limits: ZipLimits): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new ZipError('tooLarge');
  const entries = readDirectory(view, bytes, view.getUint32(end + 16, true), count);
  let declared = 0;
  for (const entry of entries.values()) {
    declared += entry.unpacked;
    const bomb = entry.unpacked > RATIO_EXEMPT && entry.unpacked > entry.packed * limits.ratio;
    if (declared > limits.unpackedBytes || bomb) throw new ZipError('tooLarge');
  }
  return {
    names: [...entries.keys()],
    read: name => {
      const entry = entries.get(name);
      return entry === undefined ? undefined : unpack(view, bytes, entry);
    },
  };
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new ZipError('notZip');
}

function readDirectory(view: DataView, bytes: Uint8Array, start: number, count: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.entry) throw new ZipError('damaged');
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new ZipError('encrypted');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    // 4 GB markers mean zip64, which no letter needs; two entries of one name would be read differently by different readers.
    if (entry.unpacked === wide || entry.offset === wide) throw new ZipError('tooLarge');
    if (entries.has(name)) throw new ZipError('damaged');
    entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  const { offset, packed, unpacked, method } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== signatures.local) throw new ZipError('damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) throw new ZipError('damaged');
  const result = method === 0 ? data : method === 8 ? inflate(data, unpacked) : undefined;
  if (result === undefined || result.length !== unpacked) throw new ZipError('damaged');
  return result;
}

function inflate(data: Uint8Array, expected: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, expected) });
  } catch {
    throw new ZipError('damaged');
  }
}
