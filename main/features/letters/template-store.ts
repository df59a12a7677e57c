import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LetterKind, type LetterLanguage, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import type { LetterTemplate } from '#shared/contract/letters.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { lintTemplate, type TemplateReport } from '../../documents/lint-template.ts';
import { documentOf } from '../../documents/plain-template.ts';
import { oneAtATime } from '../../jobs/one-at-a-time.ts';
import { explainFileFailure, writeWhole } from '../shared/file-writing.ts';
import { kindOfLetter } from './kinds/index.ts';

export type TemplateName = { readonly kind: LetterKind; readonly language: LetterLanguage };
export type Template = { readonly file: string; readonly bytes: Uint8Array; readonly hash: string };

/** Larger Word files hold pictures no letter needs. */
const largestTemplate = 20_000_000;

/** Findings that make a template unusable, not merely incomplete. */
const fatal = new Set(['missingBrace', 'doubleBrace', 'splitList', 'unclosedList', 'unopenedList', 'crossedLists']);

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const fileOf = ({ kind, language }: TemplateName): string => `${kindOfLetter(kind).file}.${language}.docx`;
const ownPath = ({ workspace }: Application, name: TemplateName): string =>
  join(workspace.templateFolder, fileOf(name));
const originalPath = ({ resources }: Application, name: TemplateName): string =>
  join(resources, 'templates', fileOf(name));
const notePath = ({ workspace }: Application): string => join(workspace.templateFolder, 'originals.json');

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > largestTemplate) throw new AppError('fileTooLarge', { name: path });
    return await readFile(path);
  } catch (error) {
    throw explainFileFailure(error, path);
  }
}

/** Hashes of the originals as they were copied, so that an untouched copy follows a newer version of the program. */
async function readNotes(application: Application): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(notePath(application), 'utf8')) as Record<string, unknown>;
  } catch {
    return {}; // nothing has been copied yet
  }
}

async function copyOriginal(application: Application, name: TemplateName, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(application.workspace.templateFolder, { recursive: true });
  } catch (error) {
    throw explainFileFailure(error, application.workspace.templateFolder);
  }
  await writeWhole(ownPath(application, name), bytes);
  const notes = { ...(await readNotes(application)), [fileOf(name)]: hashOf(bytes) };
  await writeWhole(notePath(application), Buffer.from(JSON.stringify(notes, null, 1)));
}

/** The files of one college are looked after by one piece of work at a time: two must not copy the same original. */
const queues = new WeakMap<Application, ReturnType<typeof oneAtATime>>();

function inTurn<T>(application: Application, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(application) ?? oneAtATime();
  queues.set(application, queue);
  return queue(work);
}

/** The template in use, copied from the program's own at first use. Errors: notFound, noAccess, fileBusy. */
export const useTemplate = (application: Application, name: TemplateName): Promise<Template> =>
  inTurn(application, () => currentTemplate(application, name));

async function currentTemplate(application: Application, name: TemplateName): Promise<Template> {
  const path = ownPath(application, name);
  const original = await readBytes(originalPath(application, name));
  if (!existsSync(path)) await copyOriginal(application, name, original);
  const bytes = await readBytes(path);
  const hash = hashOf(bytes);
  if (hash === hashOf(original) || (await readNotes(application))[fileOf(name)] !== hash)
    return { file: fileOf(name), bytes, hash };
  await copyOriginal(application, name, original);
  return { file: fileOf(name), bytes: original, hash: hashOf(original) };
}

/** Names the template in a failure, so that the officer knows which one to mend. */
function named(error: unknown, file: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'templateBroken') return error;
  const { reason = '', detail = '' } = error.params;
  return new AppError('templateBroken', { name: file, reason, field: detail });
}

/** Reads a template's tags. Errors: templateBroken with the template's name. */
export async function lintNamed(file: string, bytes: Uint8Array, kind: LetterKind): Promise<TemplateReport> {
  try {
    return await lintTemplate(bytes, kindOfLetter(kind).catalogue);
  } catch (error) {
    throw named(error, file);
  }
}

/** Refuses a template that cannot be filled, or that has no field at all. Errors: templateBroken. */
export async function requireUsable(file: string, bytes: Uint8Array, kind: LetterKind): Promise<TemplateReport> {
  const report = await lintNamed(file, bytes, kind);
  const problem = report.issues.find(issue => fatal.has(issue.kind));
  if (problem !== undefined)
    throw new AppError('templateBroken', { name: file, reason: problem.kind, field: problem.tag });
  if (report.used.length === 0) throw new AppError('templateBroken', { name: file, reason: 'noFields', field: '' });
  return report;
}

async function describe(application: Application, name: TemplateName): Promise<LetterTemplate> {
  const file = fileOf(name);
  try {
    const template = await useTemplate(application, name);
    const changed = template.hash !== hashOf(await readBytes(originalPath(application, name)));
    const shown = { ...name, file, changed };
    try {
      const { issues, used } = await lintNamed(file, template.bytes, name.kind);
      return { ...shown, broken: null, issues: issues.map(issue => ({ ...issue })), fields: used.length };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { ...shown, broken: String(error.params['reason'] ?? error.code), issues: [], fields: 0 };
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...name, file, changed: true, broken: error.code, issues: [], fields: 0 };
  }
}

/** Every template with what the linter says of it. */
export async function listTemplates(application: Application): Promise<LetterTemplate[]> {
  const found: LetterTemplate[] = [];
  for (const kind of LetterKind.options)
    for (const language of letterKindFacts(kind).languages) found.push(await describe(application, { kind, language }));
  return found;
}

/** Opens the officer's copy in Word. Errors: refused without a window or a program for it. */
export async function openTemplate(application: Application, name: TemplateName): Promise<{ file: string }> {
  await useTemplate(application, name);
  const { opener } = application.ports;
  if (opener === undefined) throw new AppError('refused', { reason: 'noWindow' });
  await opener(ownPath(application, name));
  return { file: fileOf(name) };
}

const earlierFolder = (application: Application): string => join(application.workspace.templateFolder, 'earlier');

/** Keeps the officer's present version beside the new one; the program's own needs no keeping. */
async function keepEarlier(application: Application, name: TemplateName): Promise<void> {
  const path = ownPath(application, name);
  if (!existsSync(path)) return;
  const [present, original] = [await readBytes(path), await readBytes(originalPath(application, name))];
  if (hashOf(present) === hashOf(original)) return;
  const folder = earlierFolder(application);
  const stamp = application.ports.clock.now().slice(0, 23).replaceAll(':', '-').replace('T', ' ');
  try {
    await mkdir(folder, { recursive: true });
    await copyFile(path, join(folder, `${stamp} ${fileOf(name)}`));
  } catch (error) {
    throw explainFileFailure(error, path);
  }
}

/** The officer's earlier versions of a template, newest first. */
export async function templateVersions(
  application: Application,
  name: TemplateName,
): Promise<{ file: string; keptAt: string; bytes: number }[]> {
  const folder = earlierFolder(application);
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder)).filter(file => file.endsWith(` ${fileOf(name)}`)).toSorted();
  return Promise.all(
    files.toReversed().map(async file => ({
      file,
      keptAt: file
        .slice(0, 19)
        .replace(' ', 'T')
        .replace(/-(\d\d)-(\d\d)$/u, ':$1:$2Z'),
      bytes: (await stat(join(folder, file))).size,
    })),
  );
}

/** Puts an earlier version back. Errors: templateBroken, notFound. */
export async function restoreTemplate(
  application: Application,
  { file, ...name }: TemplateName & { readonly file: string },
): Promise<LetterTemplate> {
  const known = await templateVersions(application, name);
  if (!known.some(version => version.file === file)) throw new AppError('notFound', { entity: 'letter' });
  return replaceTemplate(application, { ...name, path: join(earlierFolder(application), file) });
}

/** Takes another Word file as the template after checking it. Errors: templateBroken, notFound, noAccess, fileTooLarge. */
export async function replaceTemplate(
  application: Application,
  { path, ...name }: TemplateName & { readonly path: string },
): Promise<LetterTemplate> {
  const bytes = await readBytes(path);
  await requireUsable(path.split(/[\\/]/u).at(-1) ?? path, bytes, name.kind);
  await inTurn(application, async () => {
    await currentTemplate(application, name);
    await keepEarlier(application, name);
    await writeWhole(ownPath(application, name), await documentOf(bytes));
  });
  return describe(application, name);
}

/** Goes back to the program's own template; the officer's version is kept in `earlier`. */
export async function resetTemplate(application: Application, name: TemplateName): Promise<LetterTemplate> {
  await inTurn(application, async () => {
    await keepEarlier(application, name);
    await copyOriginal(application, name, await readBytes(originalPath(application, name)));
  });
  return describe(application, name);
}
