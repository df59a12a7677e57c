/** A kind of file as its bytes show it, whatever its name says. */
export type FileKind = {
  readonly mime: string;
  /** The extension under which it may be handed to the system; null: never. */
  readonly extension: string | null;
};

const kind = (mime: string, extension: string | null): FileKind => ({ mime, extension });
const unknownKind = kind('application/octet-stream', null);
const program = kind('application/x-executable', null);
const macro = kind('application/vnd.ms-office.macro', null);

type Signature = { readonly at: number; readonly bytes: readonly number[] | string; readonly kind: FileKind };

const signatures: readonly Signature[] = [
  { at: 0, bytes: '%PDF-', kind: kind('application/pdf', '.pdf') },
  { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], kind: kind('image/png', '.png') },
  { at: 0, bytes: [0xff, 0xd8, 0xff], kind: kind('image/jpeg', '.jpg') },
  { at: 0, bytes: 'GIF8', kind: kind('image/gif', '.gif') },
  { at: 8, bytes: 'WEBP', kind: kind('image/webp', '.webp') },
  { at: 0, bytes: [0x49, 0x49, 0x2a, 0x00], kind: kind('image/tiff', '.tif') },
  { at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a], kind: kind('image/tiff', '.tif') },
  { at: 4, bytes: 'ftypheic', kind: kind('image/heic', '.heic') },
  { at: 4, bytes: 'ftyp', kind: kind('video/mp4', '.mp4') },
  { at: 0, bytes: 'BM', kind: kind('image/bmp', '.bmp') },
  { at: 0, bytes: '{\\rtf', kind: kind('application/rtf', '.rtf') },
  { at: 0, bytes: 'MZ', kind: program },
  { at: 0, bytes: [0x7f, 0x45, 0x4c, 0x46], kind: program },
  { at: 0, bytes: [0xca, 0xfe, 0xba, 0xbe], kind: program },
  { at: 0, bytes: [0xcf, 0xfa, 0xed, 0xfe], kind: program },
  { at: 0, bytes: '#!', kind: program },
  // Old Office files may hold macros that their bytes do not show cheaply; they are kept, not opened.
  { at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], kind: kind('application/x-ole-storage', null) },
];

const bytesOf = (text: readonly number[] | string): readonly number[] =>
  typeof text === 'string' ? [...text].map(letter => letter.charCodeAt(0)) : text;

const startsAt = (head: Uint8Array, { at, bytes }: Signature): boolean =>
  bytesOf(bytes).every((byte, index) => head[at + index] === byte);

const asText = (bytes: Uint8Array): string => {
  let text = '';
  for (let index = 0; index < bytes.length; index += 8192)
    text += String.fromCharCode(...bytes.subarray(index, index + 8192));
  return text;
};

/** What a zip archive is, by the names in it. */
function zipKind(names: string): FileKind {
  if (names.includes('vbaProject')) return macro;
  if (names.includes('word/document.xml'))
    return kind('application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx');
  if (names.includes('xl/workbook.xml'))
    return kind('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx');
  if (names.includes('ppt/presentation.xml'))
    return kind('application/vnd.openxmlformats-officedocument.presentationml.presentation', '.pptx');
  return kind('application/zip', null);
}

/** Printable text in UTF-8, UTF-16 with a mark, or windows-1251: no zero bytes and no control codes. */
function isPlainText(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return head.every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
}

/**
 * The kind of a file by its first and last bytes (64 kB of each are enough). Programs, scripts, macros and what cannot be
 * told have no extension, so they are kept but never opened.
 */
export function fileKindOf(head: Uint8Array, tail: Uint8Array): FileKind {
  if (head[0] === 0x50 && head[1] === 0x4b) return zipKind(asText(head) + asText(tail));
  const found = signatures.find(signature => startsAt(head, signature));
  if (found !== undefined) return found.kind;
  if (head.length === 0 || !isPlainText(head)) return unknownKind;
  // A page or a script is text too, but the system would run it.
  return /^\s*(?:<\?xml|<!doctype|<html|<script|<svg)/iu.test(asText(head.subarray(0, 512)).replace(/^ï»¿/u, ''))
    ? kind('text/html', null)
    : kind('text/plain', '.txt');
}

/** Kinds that may be opened, by their stored type. */
const extensions = new Map(
  [
    ...signatures.map(signature => signature.kind),
    zipKind('word/document.xml'),
    zipKind('xl/workbook.xml'),
    zipKind('ppt/presentation.xml'),
    kind('text/plain', '.txt'),
  ].flatMap(({ mime, extension }) => (extension === null ? [] : [[mime, extension] as const])),
);

/** The extension under which a stored file may be opened; undefined when it may not. */
export const openableExtension = (mime: string): string | undefined => extensions.get(mime);
