import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Docxtemplater from 'docxtemplater';
import { TemplateHandler } from 'easy-template-x';
import PizZip from 'pizzip';
import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

const letters = 50;

/** Direction letters: numbered, filled, stored and entered in the register; the library alone only fills. */
export function letterLines(college: BenchCollege): readonly Line[] {
  const placementIds = college.app
    .db()
    .column<string>('SELECT id FROM placement ORDER BY starts_on DESC, id LIMIT ?', letters);
  const template = readFileSync(resolve(import.meta.dirname, '../../../resources/templates/direction-letter.kk.docx'));
  const handler = new TemplateHandler({ maxXmlDepth: 80 });
  const data = {
    student: 'Қасымов Әділ',
    firm: '«Өркен» ЖШС',
    specialty: '07150100',
    starts: '2025-09-01',
    ends: '2025-12-26',
  };
  return [
    {
      name: 'letter: one direction letter as DOCX, numbered, stored and registered (in a batch of 50)',
      unit: 'ms',
      budget: 30,
      per: letters,
      rounds: 5,
      ours: () => college.call('letters.issue', { kind: 'direction', language: 'kk', ids: placementIds }),
      peer: {
        what: 'docxtemplater filling the same template, nothing numbered or stored',
        run: () => {
          for (let letter = 0; letter < letters; letter++) {
            const document = new Docxtemplater(new PizZip(template), { nullGetter: () => '______' });
            document.render(data);
            document.toBuffer({ compression: 'DEFLATE' });
          }
        },
      },
      limit: {
        what: 'easy-template-x alone on the same template, a few fields',
        run: async () => {
          for (let letter = 0; letter < letters; letter++) await handler.process(template, data);
        },
      },
    },
    {
      name: 'letter: one direction letter alone',
      unit: 'ms',
      budget: 60,
      rounds: 9,
      ours: () => college.call('letters.issue', { kind: 'direction', language: 'ru', ids: placementIds.slice(0, 1) }),
    },
  ];
}
