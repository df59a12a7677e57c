import type { BookFormat, RawBook, RawSheet } from '#shared/domain/importing/cells.ts';
import { AppError } from '#shared/result.ts';
import { decodeText } from './decode-text.ts';
import { maxFileSize } from './limits.ts';
import { completeOdsSheets } from './ods-sheets.ts';
import { readTextTable } from './read-text-table.ts';
import { isVcard, readVcard } from './read-vcard.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { inflateEntry, readZipDirectory, verifyZipEntries, type ZipEntry } from './zip-directory.ts';

/** Turns the bytes of a file into sheets of cells. What the file is, its first bytes say; its name is only shown. */
export async function readFileBytes(bytes: Uint8Array, fileName: string): Promise<RawBook> {
  if (bytes.byteLength === 0) throw new AppError('fileEmpty', { name: fileName });
  if (bytes.byteLength > maxFileSize) throw new AppError('fileTooLarge', { name: fileName });
  try {
    const { format, sheets } = await readSheets(bytes, fileName);
    if (sheets.every(sheet => sheet.rows.length === 0)) throw new AppError('fileEmpty');
    return { fileName, format, sheets };
  } catch (error) {
    throw named(error, fileName);
  }
}

/** The library for the other formats takes longer to load than most workbooks to read, which do not need it. */
const readLegacyWorkbook = async (input: Uint8Array | string): Promise<readonly RawSheet[]> =>
  (await import('./read-spreadsheet.ts')).readLegacyWorkbook(input);

type Sheets = { readonly format: BookFormat; readonly sheets: readonly RawSheet[] };

async function readSheets(bytes: Uint8Array, fileName: string): Promise<Sheets> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readZip(bytes);
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) throw new AppError('fileEmpty');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readCompound(bytes);
  if (isForeign(bytes)) throw new AppError('fileNotWorkbook');
  // Workbooks of Excel 2–4 are a bare stream of records.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0x00) {
    return { format: 'xls', sheets: await readLegacyWorkbook(bytes) };
  }
  const text = decodeText(bytes);
  if (text.trim() === '') throw new AppError('fileEmpty');
  if (/^\s*(?:<\?xml|<!DOCTYPE|<html|<table|<Workbook|MIME-Version:)/i.test(text)) return readMarkup(text);
  if (looksBinary(text)) throw new AppError('fileNotWorkbook');
  if (isVcard(text)) return { format: 'text', sheets: [readVcard(text, sheetNameOf(fileName))] };
  return { format: 'text', sheets: [readTextTable(text, sheetNameOf(fileName))] };
}

async function readZip(bytes: Uint8Array): Promise<Sheets> {
  const entries = readZipDirectory(bytes);
  const names = entries.map(entry => entry.name);
  const has = (pattern: RegExp) => names.some(name => pattern.test(name));
  if (has(/^EncryptedPackage$/)) throw new AppError('fileEncrypted');
  const isOds = has(/^content\.xml$/) && has(/^META-INF\/manifest\.xml$/);
  const isXlsb = has(/^xl\/workbook\.bin$/i);
  const isXlsx = has(/^\/?xl\//i) || has(/workbook\d*\.xml$/i);
  if (!isOds && !isXlsb && !isXlsx) throw new AppError('fileNotWorkbook');
  if (entries.some(entry => entry.encrypted)) throw new AppError('fileEncrypted');
  if (isXlsx && !isOds && !isXlsb) {
    try {
      return { format: 'xlsx', sheets: await readXlsx(bytes, entries) };
    } catch (error) {
      if (error instanceof AppError) throw error; // what strays from the standard gets the more forgiving reader
    }
  }
  verifyZipEntries(bytes, entries);
  if (isOds) return readOds(bytes, entries);
  return { format: isXlsb ? 'xlsb' : 'xlsx', sheets: await readLegacyWorkbook(bytes) };
}

async function readOds(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Sheets> {
  const part = (name: string) => {
    const entry = entries.find(candidate => candidate.name === name);
    return entry === undefined ? '' : new TextDecoder().decode(inflateEntry(bytes, entry));
  };
  if (part('META-INF/manifest.xml').includes('encryption-data')) throw new AppError('fileEncrypted');
  const kind = part('mimetype').trim();
  if (kind !== '' && !kind.includes('spreadsheet')) throw new AppError('fileNotWorkbook');
  return { format: 'ods', sheets: completeOdsSheets(await readLegacyWorkbook(bytes), part('content.xml')) };
}

/** The container of .xls, .doc, .msi and of password-protected .xlsx: the names of its streams tell them apart. */
async function readCompound(bytes: Uint8Array): Promise<Sheets> {
  if (includesWide(bytes, 'EncryptedPackage')) throw new AppError('fileEncrypted');
  if (!includesWide(bytes, 'Workbook') && !includesWide(bytes, 'Book')) throw new AppError('fileNotWorkbook');
  try {
    return { format: 'xls', sheets: await readLegacyWorkbook(bytes) };
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw new AppError('fileEncrypted');
    throw error;
  }
}

async function readMarkup(text: string): Promise<Sheets> {
  const isTable = /<table|<tr[\s>]|urn:schemas-microsoft-com:office:spreadsheet/i.test(text.slice(0, 200_000));
  if (!isTable) throw new AppError('fileNotWorkbook');
  if (!/<table/i.test(text)) return { format: 'xml', sheets: await readLegacyWorkbook(text) };
  // Excel's own «<br style=…>» and paragraphs within a cell part its lines; the library knows only a bare «<br>».
  const plain = text.replace(/<br\b[^<>]*>|<\/(?:p|div)>(?=\s*<(?:p|div)\b)/giu, '<br/>');
  return { format: 'html', sheets: await readLegacyWorkbook(plain) };
}

/** PDF, RTF, pictures, archives and programs: things that are dropped by mistake. */
function isForeign(bytes: Uint8Array): boolean {
  const signatures = [
    '%PDF',
    '{\\rtf',
    '\u0089PNG',
    'GIF8',
    'Rar!',
    '7z\u00bc\u00af',
    'MZ',
    '\u007fELF',
    'SQLite format 3',
  ];
  const beginning = String.fromCharCode(...bytes.subarray(0, 16));
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isJpeg || isGzip || signatures.some(signature => beginning.startsWith(signature));
}

/** Control characters do not occur in a table of text. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 4_096);
  let controls = 0;
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls++;
    if (code === 0xfffd) controls++;
  }
  return controls > sample.length * 0.02;
}

function includesWide(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function sheetNameOf(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? fileName;
  return base.replace(/\.[^.]+$/, '') || base;
}

function named(error: unknown, fileName: string): AppError {
  if (error instanceof AppError) return new AppError(error.code, { ...error.params, name: fileName });
  const message = error instanceof Error ? error.message : '';
  if (/password|encrypt/i.test(message)) return new AppError('fileEncrypted', { name: fileName });
  return new AppError('fileUnreadable', { name: fileName });
}
