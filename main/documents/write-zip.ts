import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import {
  dataDescriptor,
  directoryEntry,
  endOfDirectory,
  entryLength,
  localHeader,
  wide,
  type ZipEntry,
} from './zip-records.ts';

/** A file of an archive; `name` has «/» between folders. */
export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file whose bytes come in pieces of some hundred kilobytes and are packed as they come. */
export type ZipStream = { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> };

const deflate = promisify(deflateRaw);

/** Pieces packed at once; zlib has four threads. */
const mostAtOnce = 3;
/** The farthest back that packed bytes may refer to (RFC 1951). */
const window = 32_768;
/** An empty block that is marked as the last. */
const lastBlock = Buffer.from([3, 0]);
/** Packs tables half as long again in a third of the time of the usual level. */
const quickLevel = 3;

/** Packs pieces side by side in zlib's threads: each ends on a whole byte, and the next may refer to its end. */
async function* deflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packing: Promise<Uint8Array>[] = [];
  let dictionary: Uint8Array | undefined;
  for await (const chunk of chunks) {
    const piece = deflate(chunk, {
      level: quickLevel,
      finishFlush: constants.Z_SYNC_FLUSH,
      ...(dictionary === undefined ? {} : { dictionary }),
    });
    piece.catch(() => undefined); // one that fails while another is awaited is told of when its turn comes
    packing.push(piece);
    dictionary = chunk.subarray(-window);
    const first = packing.length >= mostAtOnce ? packing.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const piece of packing) yield await piece;
  yield lastBlock;
}

/** One entry whose length is known when it is written: its sizes stand after it. Errors: RangeError beyond 4 GB. */
async function* streamed({ name, chunks }: ZipStream, offset: number): AsyncGenerator<Uint8Array, ZipEntry> {
  let [crc, size, packedSize] = [0, 0, 0];
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
  }
  const entry = { name: Buffer.from(name, 'utf8'), method: 8, streamed: true };
  yield localHeader({ ...entry, crc, size, packedSize });
  for await (const piece of deflated(counted())) {
    packedSize += piece.length;
    yield piece;
  }
  if (size >= wide) throw new RangeError(`${name} is longer than 4 GB`);
  const written: ZipEntry = { ...entry, crc, size, packedSize, offset };
  yield dataDescriptor(written);
  return written;
}

/** One entry packed whole, or stored when it does not pack smaller. */
async function* whole({ name, bytes }: ZipFile, offset: number): AsyncGenerator<Uint8Array, ZipEntry> {
  const packed = await deflate(bytes);
  const smaller = packed.length < bytes.length;
  const content = smaller ? packed : bytes;
  const entry: ZipEntry = {
    name: Buffer.from(name, 'utf8'),
    method: smaller ? 8 : 0,
    crc: crc32(bytes),
    size: bytes.length,
    packedSize: content.length,
    offset,
  };
  yield localHeader(entry);
  yield content;
  return entry;
}

/** An archive of any number of files, one after the other: only one of them is in memory, of a stream only some pieces. */
export async function* zipOf(files: AsyncIterable<ZipFile | ZipStream>): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for await (const file of files) {
    const entry = yield* 'bytes' in file ? whole(file, offset) : streamed(file, offset);
    entries.push(entry);
    offset += entryLength(entry);
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield directory;
  yield endOfDirectory(entries.length, directory.length, offset);
}
