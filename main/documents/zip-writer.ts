import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** What goes into an archive: a name, and its bytes in pieces. */
export type ZipSource = {
  readonly name: string;
  /** Packed, or stored as it is: pictures and PDF are packed already. */
  readonly packed: boolean;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

type Written = {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
};

const wide = 0xffff_ffff;
/** UTF-8 names; 1 January 1980, so that the same content gives the same bytes. */
const flags = 0x0800;
const dosDate = 0x0021;
const zip64Extra = 0x0001;

/** The local header; sizes stand in a zip64 field, so that an entry of any length can be filled in afterwards. */
function localHeader({ name, method, crc, size, packedSize }: Omit<Written, 'offset'>): Buffer {
  const header = Buffer.alloc(30 + name.length + 20);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(wide, 18);
  header.writeUInt32LE(wide, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(20, 28);
  name.copy(header, 30);
  const extra = 30 + name.length;
  header.writeUInt16LE(zip64Extra, extra);
  header.writeUInt16LE(16, extra + 2);
  header.writeBigUInt64LE(BigInt(size), extra + 4);
  header.writeBigUInt64LE(BigInt(packedSize), extra + 12);
  return header;
}

function directoryEntry({ name, method, crc, size, packedSize, offset }: Written): Buffer {
  const long = size >= wide || packedSize >= wide || offset >= wide;
  const entry = Buffer.alloc(46 + name.length + (long ? 28 : 0));
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(45, 4);
  entry.writeUInt16LE(45, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt16LE(dosDate, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(long ? wide : packedSize, 20);
  entry.writeUInt32LE(long ? wide : size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(long ? 28 : 0, 30);
  entry.writeUInt32LE(long ? wide : offset, 42);
  name.copy(entry, 46);
  if (!long) return entry;
  const extra = 46 + name.length;
  entry.writeUInt16LE(zip64Extra, extra);
  entry.writeUInt16LE(24, extra + 2);
  entry.writeBigUInt64LE(BigInt(size), extra + 4);
  entry.writeBigUInt64LE(BigInt(packedSize), extra + 12);
  entry.writeBigUInt64LE(BigInt(offset), extra + 20);
  return entry;
}

function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const long = count >= 0xffff || length >= wide || offset >= wide;
  const end = Buffer.alloc((long ? 56 + 20 : 0) + 22);
  let at = 0;
  if (long) {
    end.writeUInt32LE(0x06064b50, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeUInt16LE(45, 12);
    end.writeUInt16LE(45, 14);
    end.writeBigUInt64LE(BigInt(count), 24);
    end.writeBigUInt64LE(BigInt(count), 32);
    end.writeBigUInt64LE(BigInt(length), 40);
    end.writeBigUInt64LE(BigInt(offset), 48);
    end.writeUInt32LE(0x07064b50, 56);
    end.writeBigUInt64LE(BigInt(offset + length), 64);
    end.writeUInt32LE(1, 72);
    at = 76;
  }
  end.writeUInt32LE(0x06054b50, at);
  end.writeUInt16LE(Math.min(count, 0xffff), at + 8);
  end.writeUInt16LE(Math.min(count, 0xffff), at + 10);
  end.writeUInt32LE(long ? wide : length, at + 12);
  end.writeUInt32LE(long ? wide : offset, at + 16);
  return end;
}

/** Writes one entry at `offset` and fills in its header when its length is known. */
async function writeEntry(file: FileHandle, { name, packed, chunks }: ZipSource, offset: number): Promise<Written> {
  const entry = { name: Buffer.from(name), method: packed ? 8 : 0 };
  const placeholder = localHeader({ ...entry, crc: 0, size: 0, packedSize: 0 });
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
  const written: Written = { ...entry, crc, size, packedSize, offset };
  const end = at;
  at = offset;
  await put(localHeader(written));
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
    const entries: Written[] = [];
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
