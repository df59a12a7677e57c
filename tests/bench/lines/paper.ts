import { type ElectronPrinter, openElectronPrinter } from '#main/cli/print-pdf-electron.ts';
import { docxToPrintable } from '#main/documents/docx-to-html.ts';
import { printDocuments } from '#main/documents/print-documents.ts';
import { storedFile } from '#main/features/letters/queries.ts';
import type { Line } from '../support/measure.ts';
import { convertByLibreOffice, hasLibreOffice } from '../support/office.ts';
import type { BenchCollege } from '../support/open-bench.ts';

const letters = 50;

type PaperLines = { readonly lines: readonly Line[]; readonly close: ElectronPrinter['close'] };

/** Issued letters turned into PDF, from the kept Word file to the last byte, beside LibreOffice doing the same. */
export async function paperLines(college: BenchCollege): Promise<PaperLines> {
  const db = college.app.db();
  const placementIds = db.column<string>('SELECT id FROM placement ORDER BY starts_on DESC, id LIMIT ?', letters);
  const { ids } = await college.call('letters.issue', { kind: 'direction', language: 'kk', ids: placementIds });
  const files = ids.map((id, index) => ({
    name: `${index + 1}.docx`,
    bytes: storedFile(db, db.column<string>('SELECT file_hash FROM letter WHERE id = ?', id)[0] ?? ''),
  }));
  const { print, close } = await openElectronPrinter(() => undefined);
  const printed = (wanted: typeof files): Promise<Uint8Array> =>
    printDocuments(
      wanted.map(({ bytes }) => docxToPrintable(bytes)),
      'Жолдамалар',
      print,
    );
  const peer = (wanted: typeof files): Pick<Line, 'peer'> =>
    hasLibreOffice
      ? {
          peer: {
            what: 'LibreOffice turning the same Word files into PDF',
            run: () => convertByLibreOffice(wanted, 'pdf'),
          },
        }
      : {};
  return {
    lines: [
      {
        name: 'letter: PDF of one letter',
        unit: 'ms',
        budget: 300,
        rounds: 5,
        ours: () => printed(files.slice(0, 1)),
        ...peer(files.slice(0, 1)),
      },
      {
        name: `letter: ${letters} letters in one PDF`,
        unit: 'ms',
        budget: 2000,
        rounds: 5,
        ours: () => printed(files),
        ...peer(files),
      },
    ],
    close,
  };
}
