import { crc32 } from 'node:zlib';
import type { Cell, RawSheet } from '#shared/domain/importing/cells.ts';
import { toCell, toSheet } from '../sheet-cells.ts';
import { inflateInPieces, type ZipEntry } from '../zip-directory.ts';
import { createSheetScanner, type SheetSources } from './sheet-scanner.ts';
import { dateStylesOf, type Relation, relationsOf, relationsPath, sharedTexts, workbookOf } from './workbook-parts.ts';
import { createXmlScanner, type XmlHandlers } from './xml-scanner.ts';

/**
 * Reads the sheets of an .xlsx workbook while its parts are inflated: neither the XML of a sheet nor its tags are ever whole in
 * memory. Formulas, links, pictures and comments are passed by. Errors: anything that strays from the standard, for a more
 * forgiving reader to try; fileTooLarge.
 */
export async function readXlsx(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<readonly RawSheet[]> {
  const archive = openArchive(bytes, entries);
  const root = relationsOf(await archive.text('_rels/.rels'), '');
  const workbookPart = targetOf(root, ({ type }) => type === 'officeDocument');
  const { sheets, date1904 } = workbookOf(await archive.text(workbookPart));
  const relations = relationsOf(await archive.text(relationsPath(workbookPart)), workbookPart);
  const optional = (wanted: string) => relations.find(({ type }) => type === wanted)?.target;

  const strings: Cell[] = [];
  const stringPart = optional('sharedStrings');
  if (stringPart !== undefined && archive.has(stringPart))
    await archive.scan(
      stringPart,
      sharedTexts(text => strings.push(textCell(text))),
    );
  const stylePart = optional('styles');
  const dates = stylePart !== undefined && archive.has(stylePart) ? dateStylesOf(await archive.text(stylePart)) : [];

  const known = new Map<string, Cell>();
  const sources: SheetSources = {
    strings,
    isDate: style => dates[style] === true,
    dateOf: serial => toCell(dayOfSerial(serial, date1904)),
    textOf: text => {
      const cell = known.get(text) ?? textCell(text);
      known.set(text, cell);
      return cell;
    },
  };
  const read: RawSheet[] = [];
  for (const { name, relation, hidden } of sheets) {
    const { type, target } = relations.find(({ id }) => id === relation) ?? missing(name);
    if (type !== 'worksheet') continue; // a sheet that is one chart
    const scanner = createSheetScanner(sources);
    // oxlint-disable-next-line no-await-in-loop -- one sheet after another, so that no two are in memory
    await archive.scan(target, scanner.handlers);
    const { rows, merges } = scanner.content();
    read.push(toSheet(name, hidden, rows, merges));
  }
  return read;
}

/** The parts of an archive: each is held to the size and the check sum it declares. */
function openArchive(bytes: Uint8Array, entries: readonly ZipEntry[]) {
  const byName = new Map(entries.map(entry => [entry.name, entry]));
  const pieces = async (part: string, take: (piece: string) => void): Promise<void> => {
    const entry = byName.get(part) ?? missing(part);
    const decoder = new TextDecoder('utf-8');
    let sum = 0;
    for await (const piece of inflateInPieces(bytes, entry)) {
      sum = crc32(piece, sum);
      take(decoder.decode(piece, { stream: true }));
    }
    take(decoder.decode());
    if (sum !== entry.crc) throw new Error(`${part} is damaged`);
  };
  return {
    has: (part: string): boolean => byName.has(part),
    text: async (part: string): Promise<string> => {
      let text = '';
      await pieces(part, piece => {
        text += piece;
      });
      return text;
    },
    scan: async (part: string, handlers: XmlHandlers): Promise<void> => {
      const scanner = createXmlScanner(handlers);
      await pieces(part, scanner.write);
      scanner.end();
    },
  };
}

function targetOf(relations: readonly Relation[], wanted: (relation: Relation) => boolean): string {
  return (relations.find(wanted) ?? missing('workbook')).target;
}

function missing(what: string): never {
  throw new Error(`${what} is missing`);
}

/** `_x000D_` is how the format writes signs that XML cannot hold. */
function textCell(text: string): Cell {
  if (!text.includes('_x')) return toCell(text);
  return toCell(
    text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

const millisecondsADay = 86_400_000;
/** Excel believes in 29 February 1900, the sixtieth day of its calendar. */
const dayThatNeverWas = 60;

function dayOfSerial(serial: number, date1904: boolean): Date {
  if (date1904) return new Date(Date.UTC(1904, 0, 1) + Math.round(serial * millisecondsADay));
  const days = serial > dayThatNeverWas ? serial - 1 : Math.min(serial, dayThatNeverWas - 1);
  return new Date(Date.UTC(1899, 11, 31) + Math.round(days * millisecondsADay));
}
