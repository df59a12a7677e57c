/**
 * Joins PDF files that Chromium's printToPDF wrote (Skia: a classical cross-reference table, no object streams, no encryption).
 * It is not a general PDF library: anything else is refused with an error.
 */

export type PdfPart = {
  readonly bytes: Uint8Array;
  /** Which pages to take, counted from 0; all when left out. */
  readonly pages?: readonly number[];
};

type PdfObject = { readonly head: string; readonly stream: Uint8Array | undefined };
type PdfFile = {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly root: number;
  readonly pages: readonly number[];
};

const encoder = new TextEncoder();
const REFERENCE = /(\d+) 0 R\b/g;

/** How many pages a PDF has. */
export function countPdfPages(bytes: Uint8Array): number {
  return readPdf(bytes).pages.length;
}

/** On which page, counted from 1, each place stands that the document links to within itself. */
export function pdfPlaces(bytes: Uint8Array): ReadonlyMap<string, number> {
  const { objects, root, pages } = readPdf(bytes);
  const places = Number(/\/Dests (\d+) 0 R/.exec(objects.get(root)?.head ?? '')?.[1] ?? Number.NaN);
  const found = (objects.get(places)?.head ?? '').matchAll(/\/([^\s/[\]]+) \[(\d+) 0 R/g);
  return new Map([...found].map(([, name = '', page]) => [name, pages.indexOf(Number(page)) + 1]));
}

/** One PDF with the pages of all parts in order. */
export function mergePdf(parts: readonly PdfPart[], title = ''): Uint8Array {
  const files = parts.map(part => ({ file: readPdf(part.bytes), wanted: part.pages }));
  const out: Uint8Array[] = [encoder.encode('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = out[0]?.length ?? 0;
  const write = (chunk: Uint8Array): void => {
    out.push(chunk);
    length += chunk.length;
  };
  const writeObject = (number: number, head: string, stream?: Uint8Array): void => {
    offsets[number] = length;
    write(latin(`${number} 0 obj\n${head}`));
    if (stream !== undefined) {
      write(latin('stream\n'));
      write(stream);
      write(latin('\nendstream'));
    }
    write(latin('\nendobj\n'));
  };
  const [CATALOGUE, TREE, INFO] = [1, 2, 3];
  let next = 4;
  const kids: number[] = [];
  for (const { file, wanted } of files) {
    const numbers = new Map<number, number>();
    const pages = (wanted ?? file.pages.map((_, index) => index)).flatMap(index => file.pages[index] ?? []);
    const order = reachable(file, pages);
    for (const number of order) numbers.set(number, next++);
    for (const number of order) {
      const object = file.objects.get(number);
      const own = numbers.get(number);
      if (object === undefined || own === undefined) continue;
      const isPage = pages.includes(number);
      const head = isPage ? pageHead(object.head, numbers, TREE) : renumber(object.head, numbers);
      writeObject(own, head, object.stream);
    }
    kids.push(...pages.map(page => numbers.get(page) ?? 0));
  }
  writeObject(CATALOGUE, `<</Type /Catalog\n/Pages ${TREE} 0 R>>`);
  writeObject(TREE, `<</Type /Pages\n/Count ${kids.length}\n/Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}]>>`);
  writeObject(INFO, `<</Title ${utf16(title)}\n/Creator (Seriktes)>>`);
  const table = Array.from(
    { length: next - 1 },
    (_, index) => `${String(offsets[index + 1] ?? 0).padStart(10, '0')} 00000 n \n`,
  );
  const start = length;
  write(latin(`xref\n0 ${next}\n0000000000 65535 f \n${table.join('')}`));
  write(latin(`trailer\n<</Size ${next}\n/Root ${CATALOGUE} 0 R\n/Info ${INFO} 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  return concatenate(out, length);
}

function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const section = Number.isFinite(start) ? /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 40)) : null;
  if (section === null) throw new Error('Not a PDF written by the printer');
  const count = Number(section[1]);
  const objects = new Map<number, PdfObject>();
  const first = start + section[0].length;
  for (let number = 1; number < count; number += 1) {
    const entry = text.slice(first + number * 20, first + number * 20 + 18);
    if (entry.endsWith('n')) objects.set(number, readObject(text, bytes, Number(entry.slice(0, 10)), number));
  }
  const trailer = text.slice(first + count * 20);
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1] ?? Number.NaN);
  const tree = Number(/\/Pages (\d+) 0 R/.exec(objects.get(root)?.head ?? '')?.[1] ?? Number.NaN);
  const pages = pagesBelow(objects, tree);
  if (pages.length === 0) throw new Error('A PDF without pages');
  return { objects, root, pages };
}

function readObject(text: string, bytes: Uint8Array, offset: number, number: number): PdfObject {
  const opening = `${number} 0 obj`;
  if (!text.startsWith(opening, offset)) throw new Error('A PDF with a wrong cross-reference');
  const from = offset + opening.length;
  const end = text.indexOf('endobj', from);
  const streamAt = text.indexOf('stream', from);
  if (streamAt === -1 || streamAt > end) return { head: text.slice(from, end).trim(), stream: undefined };
  const head = text.slice(from, streamAt).trim();
  const size = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1] ?? Number.NaN);
  if (!Number.isFinite(size)) throw new Error('A PDF stream without its length');
  const data = streamAt + 'stream'.length + (text[streamAt + 6] === '\r' ? 2 : 1);
  return { head, stream: bytes.subarray(data, data + size) };
}

function pagesBelow(objects: ReadonlyMap<number, PdfObject>, number: number): number[] {
  const head = objects.get(number)?.head ?? '';
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(head)?.[1];
  if (kids === undefined) return /\/Type\s*\/Page\b/.test(head) ? [number] : [];
  return [...kids.matchAll(REFERENCE)].flatMap(([, kid]) => pagesBelow(objects, Number(kid)));
}

/** The pages and everything they refer to, but not the page tree above them. */
function reachable(file: PdfFile, pages: readonly number[]): number[] {
  const seen = new Set<number>();
  const waiting = pages.toReversed();
  while (waiting.length > 0) {
    const number = waiting.pop() ?? 0;
    const object = file.objects.get(number);
    if (object === undefined || seen.has(number)) continue;
    const other =
      /\/Type\s*\/(Page|Pages|Catalog|StructElem|StructTreeRoot)\b/.test(object.head) && !pages.includes(number);
    if (other) continue;
    seen.add(number);
    for (const [, target] of object.head.matchAll(REFERENCE)) waiting.push(Number(target));
  }
  return [...seen];
}

function pageHead(head: string, numbers: ReadonlyMap<number, number>, tree: number): string {
  const own = head
    .replace(/\/Parent \d+ 0 R/, '')
    .replace(/\/StructParents \d+/, '')
    .replace(/\/Annots\s*(\[[^\]]*\]|\d+ 0 R)/, '');
  return renumber(own, numbers).replace(/^<</, `<</Parent ${tree} 0 R\n`);
}

function renumber(head: string, numbers: ReadonlyMap<number, number>): string {
  return head.replaceAll(REFERENCE, (_whole, number: string) => {
    const own = numbers.get(Number(number));
    return own === undefined ? 'null' : `${own} 0 R`;
  });
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** A text string as PDF wants it for anything beyond Latin: UTF-16 with a byte order mark, in hexadecimal. */
function utf16(text: string): string {
  const codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return `<FEFF${codes.join('')}>`;
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const result = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}
