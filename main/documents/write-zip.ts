import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** A file of an archive; `name` has «/» between folders. */
export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

type Entry = {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

const deflate = promisify(deflateRaw);

const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
const zip64End = 0x06064b50;
const zip64Locator = 0x07064b50;
/** Names are UTF-8. */
const unicodeNames = 0x0800;
/** 1 January 1980: an archive of the same files is the same bytes. */
const firstDay = 0x0021;
/** What stands in fields of 32 bits whose value follows in 64. */
const beyond = 0xffff_ffff;

/** A record of 16- and 32-bit numbers, low byte first. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

const common = (version: number, { method, crc, packed, unpacked, name }: Entry, extra: number): Buffer =>
  numbers(
    [version, 2],
    [unicodeNames, 2],
    [method, 2],
    [0, 2],
    [firstDay, 2],
    [crc, 4],
    [packed, 4],
    [unpacked, 4],
    [name.length, 2],
    [extra, 2],
  );

/** The place of a file that begins beyond 4 GB, in 64 bits. */
function farOffset(offset: number): Buffer {
  if (offset < beyond) return Buffer.alloc(0);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return extra;
}

function directoryOf(entries: readonly Entry[]): Buffer {
  return Buffer.concat(
    entries.flatMap(entry => {
      const extra = farOffset(entry.offset);
      return [
        numbers([directoryEntry, 4], [45, 2]),
        common(45, entry, extra.length),
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [Math.min(entry.offset, beyond), 4]),
        entry.name,
        extra,
      ];
    }),
  );
}

function endOf(count: number, size: number, offset: number): Buffer {
  const plain = numbers(
    [endOfDirectory, 4],
    [0, 4],
    [Math.min(count, 0xffff), 2],
    [Math.min(count, 0xffff), 2],
    [Math.min(size, beyond), 4],
    [Math.min(offset, beyond), 4],
    [0, 2],
  );
  if (count < 0xffff && offset < beyond && size < beyond) return plain;
  const far = Buffer.alloc(56);
  far.writeUInt32LE(zip64End, 0);
  far.writeBigUInt64LE(44n, 4);
  far.writeUInt16LE(45, 12);
  far.writeUInt16LE(45, 14);
  far.writeBigUInt64LE(BigInt(count), 24);
  far.writeBigUInt64LE(BigInt(count), 32);
  far.writeBigUInt64LE(BigInt(size), 40);
  far.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(zip64Locator, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([far, locator, plain]);
}

/** An archive of any number of files, one after the other: only one of them is in memory. Bytes that do not pack smaller are stored. */
export async function* zipOf(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const { name, bytes } of files) {
    const packed = await deflate(bytes);
    const smaller = packed.length < bytes.length;
    const content = smaller ? packed : bytes;
    const entry: Entry = {
      name: Buffer.from(name, 'utf8'),
      method: smaller ? 8 : 0,
      crc: crc32(bytes),
      packed: content.length,
      unpacked: bytes.length,
      offset,
    };
    const header = Buffer.concat([numbers([localHeader, 4]), common(20, entry, 0), entry.name]);
    entries.push(entry);
    offset += header.length + content.length;
    yield header;
    yield content;
  }
  const directory = directoryOf(entries);
  yield directory;
  yield endOf(entries.length, directory.length, offset);
}
