import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Channel, Output, Request } from '#shared/contract/index.ts';
import type { LetterKind, LetterLanguage } from '#shared/contract/letters.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { AppError } from '#shared/result.ts';
import type { RunningApplication } from '../../application.ts';
import type { PrintToPdf } from '../../documents/print-documents.ts';
import { sampleSettings } from '../../sample/college.ts';
import { workspaceIn } from '../../workspace.ts';
import type { DemoArguments } from './demo-arguments.ts';
import { openCollege } from './open-college.ts';

/** What the last line of the command says. */
export type DemoResult = {
  readonly firms: number;
  readonly agreements: number;
  readonly students: number;
  readonly placements: number;
  readonly requests: number;
  readonly rejected: number;
  readonly letters: { readonly direction: number; readonly firm: number };
  readonly report: readonly string[];
  readonly database: string;
};

type Tell = (line: string) => void;
type Call = <C extends Channel>(channel: C, request: Request<C>) => Promise<Output<C>>;

/** Calls a procedure through the router. Errors: whatever the procedure answers. */
const caller =
  (college: RunningApplication): Call =>
  async (channel, request) => {
    const result = await college.call(channel, request);
    if (!result.ok) throw new AppError(result.error.code, result.error.params, result.error.fields);
    return result.value as never;
  };

/** The demo begins with a new database: what an earlier run left is moved into a folder beside it, never deleted. */
function setEarlierRunAside(folder: string, tell: Tell): void {
  mkdirSync(folder, { recursive: true });
  const workspace = workspaceIn(folder);
  if (!existsSync(workspace.databaseFile)) return;
  const { backupFolder, templateFolder, letterFolder, reportFolder, fileFolder } = workspace;
  const own = [backupFolder, templateFolder, letterFolder, reportFolder, fileFolder].map(place => basename(place));
  const aside = join(folder, `before-${new Date().toISOString().replace(/[:.]/gu, '-')}`);
  mkdirSync(aside);
  for (const name of readdirSync(folder))
    if (own.includes(name) || ['letter-numbers.json', 'keys.json'].includes(name) || name.startsWith('seriktes.db'))
      renameSync(join(folder, name), join(aside, name));
  tell(`An earlier run was set aside in ${aside}`);
}

const paperLanguage: Readonly<Record<Language, LetterLanguage>> = { kk: 'kk', ru: 'ru', en: 'kk-ru' };
const mostAtOnce = 5000;

/** Issues letters for all placements and writes them as files; gives how many there are. */
async function printLetters(call: Call, kind: LetterKind, given: DemoArguments, tell: Tell): Promise<number> {
  const placements = await call('placements.ids', {});
  const ids: string[] = [];
  for (let start = 0; start < placements.length; start += mostAtOnce) {
    const wanted = placements.slice(start, start + mostAtOnce);
    const issued = await call('letters.issue', { kind, language: paperLanguage[given.language], ids: wanted });
    ids.push(...issued.ids);
    tell(
      `${kind === 'direction' ? 'Direction' : 'Placement'} letters: ${issued.letters} (№ ${issued.first} – ${issued.last})`,
    );
  }
  const folder = join(resolve(given.out), 'letters', kind === 'direction' ? 'direction' : 'firm');
  mkdirSync(folder, { recursive: true });
  for (let start = 0; start < ids.length; start += mostAtOnce)
    await call('letters.export', { ids: ids.slice(start, start + mostAtOnce), format: 'docx', folder });
  return ids.length;
}

/** Prints the letters that were issued as PDF beside the Word files. */
async function printPdf(call: Call, given: DemoArguments, tell: Tell): Promise<void> {
  for (const [kind, name] of [
    ['direction', 'direction'],
    ['placement', 'firm'],
  ] as const) {
    const ids = await call('letters.ids', { filter: { kind: [kind] } });
    const folder = join(resolve(given.out), 'letters', name);
    for (let start = 0; start < ids.length; start += mostAtOnce) {
      const { files } = await call('letters.export', {
        ids: ids.slice(start, start + mostAtOnce),
        format: 'pdf',
        folder,
      });
      tell(`PDF: ${files.length} ${name} letters`);
    }
  }
}

/** A file without a list of firms or students of its own names them in its other lists only: they are added, as the officer would answer. */
async function addOnlyMentioned(call: Call, preview: Output<'importing.preview'>, tell: Tell): Promise<void> {
  const listed = new Set(preview.sheets.map(sheet => sheet.entity));
  const decisions = { createFirms: !listed.has('firm'), createStudents: !listed.has('student') };
  if (!decisions.createFirms && !decisions.createStudents) return;
  const { creates } = await call('importing.adjust', { previewId: preview.previewId, decisions });
  tell(`Added as they are mentioned: ${creates.firm} firms, ${creates.student} students`);
}

/** The school year with the most placements among those that have anything to report. */
async function busiestYear(call: Call, language: Language): Promise<number | undefined> {
  const { years } = await call('reports.annual', { language });
  let busiest: { readonly year: number; readonly placements: number } | undefined;
  for (const year of years) {
    const filter = { activeFrom: `${year}-09-01`, activeTo: `${year + 1}-08-31` };
    const { total } = await call('placements.list', { filter, limit: 1 });
    if (busiest === undefined || total > busiest.placements) busiest = { year, placements: total };
  }
  return busiest?.year;
}

/** The main job from the workbook to the letters and the report, through the procedures that the screens use. Errors: theirs. */
export async function runDemo(given: DemoArguments, printer: PrintToPdf | undefined, tell: Tell): Promise<DemoResult> {
  const folder = resolve(given.out);
  setEarlierRunAside(folder, tell);
  const college = openCollege(folder, printer === undefined ? {} : { printer });
  const call = caller(college);
  try {
    await call('app.begin', { with: 'empty', language: given.language });
    await call('settings.update', sampleSettings);
    tell('The letterhead is that of the invented sample college');
    const preview = await call('importing.preview', { source: { path: resolve(given.workbook) } });
    for (const sheet of preview.sheets) tell(`Sheet «${sheet.name}»: ${sheet.entity ?? sheet.reason ?? 'left aside'}`);
    if (preview.sheets.every(sheet => sheet.entity === null))
      throw new AppError('fileNotWorkbook', { name: preview.fileName });
    await addOnlyMentioned(call, preview, tell);
    const { rejected } = await call('importing.commit', { previewId: preview.previewId });
    const { counts } = await call('app.status', {});
    tell(
      `Imported: ${counts.firms} firms, ${counts.students} students, ${counts.placements} placements, ${rejected} rejected`,
    );

    const direction = counts.placements === 0 ? 0 : await printLetters(call, 'direction', given, tell);
    const firm = counts.placements === 0 ? 0 : await printLetters(call, 'placement', given, tell);
    if (printer !== undefined) await printPdf(call, given, tell);

    const schoolYear = given.year ?? (await busiestYear(call, given.language));
    const written = await call('reports.export', {
      ...(schoolYear === undefined ? {} : { schoolYear }),
      language: given.language,
      formats: printer === undefined ? ['xlsx', 'docx'] : ['xlsx', 'docx', 'pdf'],
      folder: join(folder, 'reports'),
    });
    const report = written.files.map(file => file.path);
    tell(`Report: ${report.join(', ')}`);
    const { firms, agreements, students, placements, requests } = counts;
    const database = workspaceIn(folder).databaseFile;
    return {
      firms,
      agreements,
      students,
      placements,
      requests,
      rejected,
      letters: { direction, firm },
      report,
      database,
    };
  } finally {
    college.close();
  }
}
