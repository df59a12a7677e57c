import { createHash } from 'node:crypto';
import { extname, isAbsolute } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { AnnualReport, ReportArea } from '#shared/contract/reports.ts';
import { fileNameOfSpan } from '#shared/domain/report-span.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readInsideNow } from '../../database/sealed-files.ts';
import { writeWorkbook } from '../../documents/write-xlsx.ts';
import { type ZipFile, zipOf } from '../../documents/write-zip.ts';
import type { Job, JobBoard } from '../../jobs/job-board.ts';
import type { Paperwork } from '../../jobs/paperwork.ts';
import { filePath } from '../attachments/queries.ts';
import { trustFolder } from '../files/commands.ts';
import { minutesDocument } from '../letters/commands.ts';
import { safeFileName } from '../shared/file-names.ts';
import { writeStream } from '../shared/file-writing.ts';
import type { RecordsBehind } from './records-behind.ts';

type Section = 'agreements' | 'letters' | 'minutes' | 'requests' | 'engagements' | 'placements';
type State = 'present' | 'missing' | 'changed' | 'noFile';

/** A document that stands behind a number, and where its bytes come from; null where there is none. */
type Evidence = {
  readonly section: Section;
  readonly title: string;
  readonly firm: string;
  readonly date: string | null;
  readonly fileName: string;
  readonly read: (() => Promise<Uint8Array | State>) | null;
};

type Line = Omit<Evidence, 'read'> & { readonly file: string; readonly bytes: number; readonly state: State };

type Held = {
  readonly title: string;
  readonly firm: string | null;
  readonly date: string | null;
  readonly name: string | null;
  readonly hash: string | null;
};

/** Records with the files attached to them; a record without files stands once, without a file. */
const attached = (db: ReadDb, ids: readonly string[], sql: string): readonly Held[] =>
  db.all<Held>(sql, JSON.stringify(ids));

const filesOf = (entity: string, id: string): string =>
  `LEFT JOIN attachment x ON x.entity = '${entity}' AND x.entity_id = ${id}`;

const recordSql: Readonly<Record<Exclude<Section, 'letters'>, string>> = {
  agreements: `SELECT a.number AS title, f.name_ru AS firm, a.signed_on AS date, x.name, x.hash FROM json_each(?) w
    JOIN agreement a ON a.id = w.value JOIN firm f ON f.id = a.firm_id
    LEFT JOIN attachment x ON (x.entity = 'agreement' AND x.entity_id = a.id)
      OR (x.entity = 'amendment' AND x.entity_id IN (SELECT m.id FROM amendment m WHERE m.agreement_id = a.id))
    ORDER BY w.key, x.created_at, x.id`,
  minutes: `SELECT '№ ' || g.minute_number AS title, c.name_ru AS firm, g.held_on AS date, x.name, x.hash FROM json_each(?) w
    JOIN meeting g ON g.id = w.value JOIN council c ON c.id = g.council_id ${filesOf('meeting', 'g.id')} ORDER BY w.key, x.created_at, x.id`,
  requests: `SELECT '№ ' || r.number AS title, f.name_ru AS firm, r.received_on AS date, x.name, x.hash FROM json_each(?) w
    JOIN request r ON r.id = w.value LEFT JOIN firm f ON f.id = r.firm_id ${filesOf('request', 'r.id')} ORDER BY w.key, x.created_at, x.id`,
  engagements: `SELECT e.topic AS title, f.name_ru AS firm, e.starts_on AS date, x.name, x.hash FROM json_each(?) w
    JOIN engagement e ON e.id = w.value JOIN firm f ON f.id = e.firm_id ${filesOf('engagement', 'e.id')} ORDER BY w.key, x.created_at, x.id`,
  placements: `SELECT s.surname || ifnull(' ' || s.given_name, '') AS title, f.name_ru AS firm, p.starts_on AS date, x.name, x.hash
    FROM json_each(?) w JOIN placement p ON p.id = w.value JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id
    ${filesOf('placement', 'p.id')} ORDER BY w.key, x.created_at, x.id`,
};

/** Where a paper is expected, its absence is named; a request or a placement may well have none. */
const expectsFile: ReadonlySet<Section> = new Set(['agreements']);

/** Letters of the period, and those about the placements and requests behind the figures; revoked ones are left out. */
const lettersSql = `SELECT l.id, l.number AS title, f.name_ru AS firm, l.issued_on AS date, k.name, l.file_hash AS hash
  FROM letter l JOIN firm f ON f.id = l.firm_id LEFT JOIN letter_file k ON k.hash = l.file_hash
  WHERE l.void = 0 AND (l.issued_on BETWEEN ? AND ? OR l.request_id IN (SELECT value FROM json_each(?))
    OR EXISTS (SELECT 1 FROM json_each(l.placement_ids) p WHERE p.value IN (SELECT value FROM json_each(?))))
  ORDER BY l.year, l.sequence`;

async function readKept(folder: string, hash: string): Promise<Uint8Array | State> {
  try {
    const bytes = readInsideNow(filePath(folder, hash));
    return createHash('sha256').update(bytes).digest('hex') === hash ? bytes : 'changed';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    if ((error as NodeJS.ErrnoException).code === 'fileChanged') return 'changed';
    throw error;
  }
}

/** Minutes whose template cannot be filled are named as missing; the rest of the archive is of use without them. */
function unwritten(error: unknown): State {
  if (error instanceof AppError) return 'missing';
  throw error;
}

/** What stands behind the report, in the order of the index. */
function gather(application: Application, { report, ids: behind }: RecordsBehind): Evidence[] {
  const { workspace } = application;
  const db = application.db();
  const ids = (area: ReportArea): readonly string[] => behind[area] ?? [];
  const ofRecords = (section: Exclude<Section, 'letters'>, area: ReportArea): Evidence[] =>
    attached(db, ids(area), recordSql[section]).flatMap(({ title, firm, date, name, hash }): Evidence[] => {
      if (hash === null && !expectsFile.has(section)) return [];
      const read = hash === null ? null : () => readKept(workspace.fileFolder, hash);
      return [{ section, title, firm: firm ?? '', date, fileName: name ?? '', read }];
    });
  const letters = db
    .all<Held>(
      lettersSql,
      report.period.start,
      report.period.end,
      JSON.stringify(ids('requests')),
      JSON.stringify(ids('placements')),
    )
    .map(
      ({ title, firm, date, name, hash }): Evidence => ({
        section: 'letters',
        title: `№ ${title}`,
        firm: firm ?? '',
        date,
        fileName: name ?? '',
        read: async () =>
          application.db().value<Uint8Array>('SELECT bytes FROM letter_file WHERE hash = ?', hash) ?? 'missing',
      }),
    );
  const language = report.language === 'kk' ? 'kk' : 'ru';
  const minutes = ids('meetings').map((id): Evidence => {
    const held = db.get<{ number: string; council: string; day: string }>(
      'SELECT g.minute_number AS number, c.name_ru AS council, g.held_on AS day FROM meeting g JOIN council c ON c.id = g.council_id WHERE g.id = ?',
      id,
    );
    return {
      section: 'minutes',
      title: `№ ${held?.number ?? ''}`,
      firm: held?.council ?? '',
      date: held?.day ?? null,
      fileName: 'x.docx',
      read: held === undefined ? null : () => minutesDocument(application, id, language).catch(unwritten),
    };
  });
  return [
    ...ofRecords('agreements', 'agreements'),
    ...letters,
    ...minutes,
    ...ofRecords('minutes', 'meetings'),
    ...ofRecords('requests', 'requests'),
    ...ofRecords('engagements', 'engagements'),
    ...ofRecords('placements', 'placements'),
  ];
}

/** Room for the folder and the number of a namesake: Windows allows 260 characters with everything before. */
const longestStem = 90;

/** Names that every system accepts, each once in its folder whatever the case. */
function nameGiver(): (folder: string, stem: string, ending: string) => string {
  const taken = new Set<string>();
  return (folder, stem, ending) => {
    const short = [...safeFileName(stem)].slice(0, longestStem).join('').trim();
    for (let copy = 1; ; copy += 1) {
      const name = `${folder}/${copy === 1 ? short : `${short} (${copy})`}${ending}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

const endingOf = (name: string): string =>
  /^\.[\p{L}\p{N}]{1,8}$/u.test(extname(name)) ? extname(name).toLowerCase() : '';

/** What lies in the archive and what does not, as a workbook. */
function indexOf(t: Translator, report: AnnualReport, lines: readonly Line[]): Promise<Uint8Array> {
  const column = (key: 'number' | 'folder' | 'record' | 'firm' | 'file' | 'state', width: number) => ({
    key,
    title: t(`indicators.evidence.${key}`),
    type: 'text' as const,
    width,
  });
  return writeWorkbook({
    title: t('indicators.evidence.title'),
    sheets: [
      {
        name: t('indicators.evidence.indexName'),
        title: t('indicators.evidence.title'),
        lines: [[report.college, report.periodName, t.locale.date(report.asOf)].join(' · ')],
        columns: [
          column('number', 8),
          column('folder', 18),
          column('record', 26),
          column('firm', 36),
          { key: 'date', title: t('indicators.evidence.date'), type: 'date', width: 12 },
          column('file', 60),
          { key: 'size', title: t('indicators.evidence.size'), type: 'integer', width: 12 },
          column('state', 24),
        ],
        rows: lines.map((line, place) => ({
          number: String(place + 1),
          folder: t(`indicators.evidence.${line.section}`),
          record: line.title,
          firm: line.firm,
          date: line.date,
          file: line.file,
          size: line.bytes === 0 ? null : Math.ceil(line.bytes / 1024),
          state: t(`indicators.evidence.${line.state}`),
        })),
        totals: { label: t('documents.total'), sum: ['size'] },
      },
    ],
  });
}

/**
 * Writes the documents behind the figures of a report into one archive, with an index that names those that are not there.
 * The archive appears when it is complete. Errors: notFound, refused (a frozen report that is not what was frozen), noAccess, diskFull, cancelled.
 */
export async function exportEvidence(
  application: Application,
  jobs: JobBoard,
  paperwork: Paperwork,
  { folder: wanted, ...subject }: Input<'reports.evidence'>,
): Promise<Output<'reports.evidence'>> {
  const { workspace } = application;
  const folder = wanted ?? workspace.reportFolder;
  if (!isAbsolute(folder)) throw new AppError('noAccess', { name: folder });
  const behind = await paperwork.answer('behind', subject);
  const { report } = behind;
  const evidence = gather(application, behind);
  const t = createTranslator(report.language);
  const lines: Line[] = [];

  async function* files(job: Job): AsyncGenerator<ZipFile> {
    const nameOf = nameGiver();
    for (const { read, ...document } of evidence) {
      const content = read === null ? 'noFile' : await read();
      if (typeof content === 'string') lines.push({ ...document, file: '', bytes: 0, state: content });
      else {
        const stem = [document.date, document.title, document.firm].filter(part => part !== null && part !== '');
        const place = t(`indicators.evidence.${document.section}`);
        const file = nameOf(place, stem.join(' '), endingOf(document.fileName));
        lines.push({ ...document, file, bytes: content.byteLength, state: 'present' });
        yield { name: file, bytes: content };
      }
      await job.step();
    }
    yield { name: `${t('indicators.evidence.indexName')}.xlsx`, bytes: await indexOf(t, report, lines) };
  }
  const span = report.span ?? { kind: 'schoolYear', year: report.schoolYear };
  const name = t('indicators.evidence.fileName', { years: fileNameOfSpan(span) });
  const file = await jobs.run('evidence', async job => {
    job.expect(evidence.length);
    return await writeStream(folder, `${safeFileName(name)}.zip`, zipOf(files(job)));
  });
  trustFolder(folder);
  const present = lines.filter(({ state }) => state === 'present').length;
  return { folder, ...file, files: present, missing: lines.length - present };
}
