import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import JSZip from 'jszip';
import { plainSpaces } from '#tests/support/docx-text.ts';

/** Puts bytes into a folder of their own, runs the work there and removes the folder. */
function inFolder<T>(name: string, bytes: Uint8Array, work: (folder: string, file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'seriktes-documents-'));
  try {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return work(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runLibreOffice(folder: string, filter: string, file: string): void {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'ignore',
  });
}

/** What LibreOffice makes of an office file, as the text of its pages. */
export function textByLibreOffice(name: string, bytes: Uint8Array): string {
  return inFolder(name, bytes, (folder, file) => {
    runLibreOffice(folder, 'pdf', file);
    return plainSpaces(
      execFileSync('pdftotext', ['-layout', file.replace(/\.\w+$/, '.pdf'), '-'], { encoding: 'utf8' }),
    );
  });
}

/** Every sheet of a workbook as LibreOffice shows it, recalculated: sheet name → lines of CSV. */
export function sheetsByLibreOffice(bytes: Uint8Array): ReadonlyMap<string, readonly string[]> {
  return inFolder('book.xlsx', bytes, (folder, file) => {
    runLibreOffice(folder, 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1', file);
    const sheets = new Map<string, readonly string[]>();
    for (const name of readdirSync(folder)) {
      const sheet = /^book-(.+)\.csv$/.exec(name)?.[1];
      if (sheet === undefined) continue;
      sheets.set(sheet, readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'));
    }
    return sheets;
  });
}

/** Text of a PDF in reading order. */
export function textOfPdf(bytes: Uint8Array): string {
  return inFolder('pages.pdf', bytes, (_folder, file) =>
    plainSpaces(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })),
  );
}

/** A word of a PDF with its box, in points from the upper left corner of its page. */
export type PdfWord = {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
};

/** Where every word of a PDF stands. */
export function wordsOfPdf(bytes: Uint8Array): readonly PdfWord[] {
  const listing = inFolder('pages.pdf', bytes, (_folder, file) =>
    execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 50_000_000 }),
  );
  return listing
    .split('<page ')
    .slice(1)
    .flatMap((part, page) =>
      [...part.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          page,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
          text,
        }),
      ),
    );
}

export type PdfFont = { readonly name: string; readonly embedded: boolean };

/** Fonts of a PDF as pdffonts sees them. */
export function fontsOfPdf(bytes: Uint8Array): readonly PdfFont[] {
  const listing = inFolder('pages.pdf', bytes, (_folder, file) =>
    execFileSync('pdffonts', [file], { encoding: 'utf8' }),
  );
  return listing
    .trimEnd()
    .split('\n')
    .slice(2)
    .map(line => ({
      name: line.split(/\s/, 1)[0] ?? '',
      embedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line)?.[1] === 'yes',
    }));
}

/** Text of one part of an office file. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const part = (await JSZip.loadAsync(bytes)).file(name);
  if (part === null) throw new Error(`No part ${name}`);
  return await part.async('string');
}

/** The text of a Word document's body, paragraph by paragraph. */
export async function paragraphsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const xml = await partOf(bytes, 'word/document.xml');
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => plainSpaces(text ?? '')).join(''),
  );
}

/** A Word template with one paragraph per text, and a table with one row of cells when given. */
export async function wordFile(paragraphs: readonly string[], cells: readonly string[] = []): Promise<Uint8Array> {
  const table =
    cells.length === 0
      ? []
      : [
          new Table({
            rows: [new TableRow({ children: cells.map(text => new TableCell({ children: [new Paragraph(text)] })) })],
          }),
        ];
  const document = new Document({
    sections: [{ children: [...paragraphs.map(text => new Paragraph(text)), ...table] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The same archive with parts replaced, added (text) or removed (null). */
export async function withParts(
  bytes: Uint8Array,
  parts: Readonly<Record<string, string | null>>,
): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) archive.remove(name);
    else archive.file(name, content);
  }
  return await archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
