/** A paper as a Word file: sheet, margins, foot, fonts. */
import {
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Edition, pageWords } from './editions.ts';
import { type Block, BODY, MUTED, millimetres, runs, SMALL, TEXT_WIDTH } from './letter-parts.ts';

const FONT = 'Times New Roman';

/** Millimetres between the margins of an A4 sheet that lies on its side: 297 − 20 − 15. */
export const WIDE = 262;

export type Sheet = {
  readonly edition: Edition;
  /** What the file is called in its properties. */
  readonly title: string;
  /** What the foot says beside the number of the page. */
  readonly foot: string;
  readonly landscape?: boolean;
  /** Pages are numbered from the first on; those of a letter from the second. */
  readonly everyPage?: boolean;
};

/** The day every part of a template is dated, so that building it anew gives the same bytes. */
const builtAt = '2025-09-01T00:00:00Z';

/** The same Word file with nothing in it that tells when it was packed. */
function undated(bytes: Uint8Array): Buffer {
  const core = 'docProps/core.xml';
  const parts = unzipSync(bytes);
  const properties = strFromU8(parts[core] ?? new Uint8Array());
  parts[core] = strToU8(
    properties.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_all, tag: string) => tag + builtAt),
  );
  return Buffer.from(zipSync(parts, { level: 9, mtime: new Date(2025, 8, 1) }));
}

function footer({ edition, foot, landscape = false }: Sheet): Footer {
  const { before, between, after } = pageWords[edition];
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: millimetres(landscape ? WIDE : TEXT_WIDTH) }],
        children: [
          ...runs(foot, { size: SMALL, color: MUTED }),
          new TextRun({
            size: SMALL * 2,
            color: MUTED,
            children: [new Tab(), before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
}

/** A whole paper: A4, margins 25/15/20/20 mm, «page x of y» in its foot. */
export async function packLetter(children: readonly Block[], sheet: Sheet): Promise<Buffer> {
  const { title, landscape = false, everyPage = false } = sheet;
  const document = new Document({
    creator: 'Seriktes',
    title,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY * 2 },
          paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      {
        properties: {
          ...(everyPage ? {} : { titlePage: true }),
          page: {
            size: {
              width: millimetres(210),
              height: millimetres(297),
              ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
            },
            margin: {
              left: millimetres(landscape ? 20 : 25),
              right: millimetres(15),
              top: millimetres(20),
              bottom: millimetres(20),
              header: millimetres(10),
              footer: millimetres(10),
            },
          },
        },
        footers: {
          default: footer(sheet),
          ...(everyPage ? {} : { first: new Footer({ children: [new Paragraph({ children: [] })] }) }),
        },
        children: [...children],
      },
    ],
  });
  return undated(await Packer.toBuffer(document));
}
