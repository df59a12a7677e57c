import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { directoryEntry, endOfDirectory, localHeader, type ZipEntry } from './zip-records.ts';

/** What goes into an archive: a name, and its bytes in pieces. */
export type ZipSource = {
  readonly name: string;
  /** Packed, or stored as it is: pictures and PDF are packed already. */
  readonly packed: boolean;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

/** Writes one entry at `offset` and fills in its header when its length is known. */
async function writeEntry(file: FileHandle, { name, packed, chunks }: ZipSource, offset: number): Promise<ZipEntry> {
  const entry = { name: Buffer.from(name), method: packed ? 8 : 0 };
  const placeholder = localHeader({ ...entry, crc: 0, size: 0, packedSize: 0 }, true);
  let [at, crc, size] = [offset + placeholder.length, 0, 0];
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
  };
  const put = async (chunk: Uint8Array): Promise<void> => {
    let done = 0;
    while (done < chunk.length) {
      // oxlint-disable-next-line no-await-in-loop -- a short write is finished by the next
      const { bytesWritten } = await file.write(chunk, done, chunk.length - done, at);
      done += bytesWritten;
      at += bytesWritten;
    }
  };
  if (packed) for await (const chunk of deflated(counted())) await put(chunk);
  else for await (const chunk of counted()) await put(chunk);
  const packedSize = at - offset - placeholder.length;
  const written: ZipEntry = { ...entry, crc, size, packedSize, offset };
  const end = at;
  at = offset;
  await put(localHeader(written, true));
  at = end;
  return written;
}

async function* deflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw({ level: 6 });
  const feeding = (async () => {
    for await (const chunk of chunks)
      if (!packer.write(chunk)) await new Promise(resolve => packer.once('drain', resolve));
    packer.end();
  })();
  feeding.catch((error: Error) => packer.destroy(error));
  for await (const chunk of packer) yield chunk as Uint8Array;
  await feeding;
}

/**
 * Writes a zip of any length into a file and flushes it; sizes over 4 GB and more than 65,534 entries use zip64 (APPNOTE 6.3.10).
 * Errors: those of the file system.
 */
export async function writeZip(path: string, sources: AsyncIterable<ZipSource> | Iterable<ZipSource>): Promise<void> {
  const file = await open(path, 'w');
  try {
    const entries: ZipEntry[] = [];
    let offset = 0;
    for await (const source of sources) {
      const entry = await writeEntry(file, source, offset);
      entries.push(entry);
      offset += 50 + entry.name.length + entry.packedSize;
    }
    const directory = Buffer.concat(entries.map(directoryEntry));
    const tail = Buffer.concat([directory, endOfDirectory(entries.length, directory.length, offset)]);
    await file.write(tail, 0, tail.length, offset);
    await file.truncate(offset + tail.length);
    await file.sync();
  } finally {
    await file.close();
  }
}
