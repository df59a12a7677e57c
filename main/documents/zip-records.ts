/** What readers and writers of zip archives share: why one is refused, and how its headers are laid out. */

/** Why an archive was refused, before or while anything in it was unpacked; `foreign`: it holds what was never put in here. */
export type ZipProblem = 'notZip' | 'encrypted' | 'tooLarge' | 'damaged' | 'foreign';

export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly problem: ZipProblem;

  constructor(problem: ZipProblem) {
    super(problem);
    this.problem = problem;
  }
}

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of all entries together, as declared and as really unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked to packed size of one entry; small entries are exempt. */
  readonly ratio: number;
};

/** The first four bytes of each kind of record. */
export const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  entry: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const;

/** An entry as its headers describe it. */
export type ZipEntry = {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
  /** Written without knowing its length, which stands after its bytes. */
  readonly streamed?: boolean;
};

/** What stands in fields of 32 bits whose value follows in 64. */
export const wide = 0xffff_ffff;
/** UTF-8 names, and for a streamed entry that its sizes stand after it. */
const flagsOf = (streamed = false): number => (streamed ? 0x0808 : 0x0800);
/** 1 January 1980, so that the same content gives the same bytes. */
const dosDate = 0x0021;
const zip64Extra = 0x0001;

/**
 * The local header. With `room` the sizes stand in a zip64 field, so that an entry of any length can be filled in afterwards;
 * where they are known and small, or follow the bytes, the short form is read by more programs.
 */
export function localHeader(
  { name, method, crc, size, packedSize, streamed }: Omit<ZipEntry, 'offset'>,
  room = false,
): Buffer {
  const header = Buffer.alloc(30 + name.length + (room ? 20 : 0));
  header.writeUInt32LE(signatures.local, 0);
  header.writeUInt16LE(room ? 45 : 20, 4);
  header.writeUInt16LE(flagsOf(streamed), 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(room ? wide : packedSize, 18);
  header.writeUInt32LE(room ? wide : size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(room ? 20 : 0, 28);
  name.copy(header, 30);
  if (!room) return header;
  const extra = 30 + name.length;
  header.writeUInt16LE(zip64Extra, extra);
  header.writeUInt16LE(16, extra + 2);
  header.writeBigUInt64LE(BigInt(size), extra + 4);
  header.writeBigUInt64LE(BigInt(packedSize), extra + 12);
  return header;
}

/** The sizes of a streamed entry, after its bytes. */
export function dataDescriptor({ crc, size, packedSize }: ZipEntry): Buffer {
  const descriptor = Buffer.alloc(descriptorLength);
  descriptor.writeUInt32LE(signatures.descriptor, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packedSize, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

const descriptorLength = 16;

/** Bytes that an entry with the short header takes in the archive. */
export const entryLength = ({ name, packedSize, streamed = false }: ZipEntry): number =>
  30 + name.length + packedSize + (streamed ? descriptorLength : 0);

/** A line of the directory at the end. */
export function directoryEntry({ name, method, crc, size, packedSize, offset, streamed }: ZipEntry): Buffer {
  const long = size >= wide || packedSize >= wide || offset >= wide;
  const entry = Buffer.alloc(46 + name.length + (long ? 28 : 0));
  entry.writeUInt32LE(signatures.entry, 0);
  entry.writeUInt16LE(45, 4);
  entry.writeUInt16LE(45, 6);
  entry.writeUInt16LE(flagsOf(streamed), 8);
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

/** The end of an archive; more than 65,534 entries or 4 GB use zip64 (APPNOTE 6.3.10). */
export function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const long = count >= 0xffff || length >= wide || offset >= wide;
  const end = Buffer.alloc((long ? 56 + 20 : 0) + 22);
  let at = 0;
  if (long) {
    end.writeUInt32LE(signatures.end64, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeUInt16LE(45, 12);
    end.writeUInt16LE(45, 14);
    end.writeBigUInt64LE(BigInt(count), 24);
    end.writeBigUInt64LE(BigInt(count), 32);
    end.writeBigUInt64LE(BigInt(length), 40);
    end.writeBigUInt64LE(BigInt(offset), 48);
    end.writeUInt32LE(signatures.locator64, 56);
    end.writeBigUInt64LE(BigInt(offset + length), 64);
    end.writeUInt32LE(1, 72);
    at = 76;
  }
  end.writeUInt32LE(signatures.end, at);
  end.writeUInt16LE(Math.min(count, 0xffff), at + 8);
  end.writeUInt16LE(Math.min(count, 0xffff), at + 10);
  end.writeUInt32LE(long ? wide : length, at + 12);
  end.writeUInt32LE(long ? wide : offset, at + 16);
  return end;
}
