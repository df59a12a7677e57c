import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { directoryEntry, endOfDirectory, localHeader, type ZipEntry } from './zip-records.ts';

/** A file of an archive; `name` has «/» between folders. */
export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

const deflate = promisify(deflateRaw);

/** An archive of any number of files, one after the other: only one of them is in memory. Bytes that do not pack smaller are stored. */
export async function* zipOf(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for await (const { name, bytes } of files) {
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
    const header = localHeader(entry, { room: false });
    entries.push(entry);
    offset += header.length + content.length;
    yield header;
    yield content;
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield directory;
  yield endOfDirectory(entries.length, directory.length, offset);
}
