import { join } from 'node:path';
import type { BackupConcern } from '#shared/contract/backup.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { folderRisk } from '#shared/domain/folder-risk.ts';
import { daysBetween } from '#shared/domain/iso-date.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { inOrderMade, keptFolder, listBackups, readManifest } from '../../database/backup.ts';
import { compareCopies } from '../../database/compare-copies.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { holdsFile } from '../../database/kept-files.ts';
import { openBackup } from '../../database/open-backup.ts';
import { readRecord } from '../../database/records.ts';
import { requireBackup } from '../../database/restore.ts';
import type { Workspace } from '../../workspace.ts';
import { readCopyCheck } from '../history/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { copiesIn, isReachable, readCopyNote } from './second-folder.ts';

type Listed = Output<'backup.list'>['backups'];

function describe(folder: string): Listed {
  const missingNow = new Map<string, boolean>();
  return listBackups(folder).map(backup => {
    const files = readManifest(folder, backup.file)?.files;
    const isMissing = (file: { hash: string; bytes: number }): boolean => {
      const known = missingNow.get(file.hash) ?? !holdsFile(keptFolder(folder), file);
      missingNow.set(file.hash, known);
      return known;
    };
    return { ...backup, files: files?.length ?? null, missing: files?.filter(isMissing).length ?? 0 };
  });
}

/** The backups of the data folder and those in the second folder, newest first. */
export function listAllBackups({ workspace, db }: Application): Output<'backup.list'> {
  const folder = readSettings(db()).backupFolder;
  const present = isReachable(workspace, folder);
  const note = readCopyNote(workspace);
  return {
    folder: workspace.backupFolder,
    backups: describe(workspace.backupFolder),
    second: {
      folder,
      present,
      lastCopyAt: note?.folder === folder ? note.at : null,
      backups: present ? describe(copiesIn(folder)) : [],
    },
  };
}

/** The folder of an archive that was opened: its database and files lie in it as in a folder of backups. */
export const archiveFolder = ({ folder }: Workspace): string => join(folder, 'opened-archive');

/** The folder a backup is taken from. Errors: folderAbsent. */
export function folderOf({ workspace, db }: Application, source: Input<'backup.compare'>['source']): string {
  if (source === 'own') return workspace.backupFolder;
  if (source === 'archive') return archiveFolder(workspace);
  const { backupFolder } = readSettings(db());
  if (!isReachable(workspace, backupFolder)) throw new AppError('folderAbsent', { name: backupFolder });
  return copiesIn(backupFolder);
}

const namedAtMost = 200;

/** The attached files of a copy that neither its folder nor the data folder keeps, with the records they belong to. */
function missingFiles(db: ReadDb, folders: readonly string[]): Output<'backup.compare'>['missingFiles'] {
  type Row = { entity: EntityName; entityId: string; name: string; hash: string; bytes: number };
  return db
    .all<Row>('SELECT entity, entity_id AS entityId, name, hash, bytes FROM attachment ORDER BY name, id')
    .filter(file => !folders.some(folder => holdsFile(folder, file)))
    .slice(0, namedAtMost)
    .map(({ entity, entityId, name }) => {
      const record = readRecord(db, entity, entityId);
      return { name, title: record === undefined ? '' : entities[entity].title(record as never, db) };
    });
}

/** What would differ after a restore. Errors: notFound, fileUnreadable, databaseNewer, archiveForeign, folderAbsent. */
export function compareBackup(application: Application, input: Input<'backup.compare'>): Output<'backup.compare'> {
  const { workspace } = application;
  const folder = folderOf(application, input.source);
  const opened = openBackup({ file: requireBackup(folder, input.file), folder: workspace.folder });
  try {
    const { kinds, since, ...rest } = compareCopies(opened.file, workspace.databaseFile);
    return {
      ...rest,
      kinds: [...kinds],
      since: [...since],
      older: opened.file !== join(folder, input.file),
      missingFiles: missingFiles(opened.db, [keptFolder(folder), workspace.fileFolder]),
    };
  } finally {
    opened.close();
  }
}

const dayMilliseconds = 86_400_000;
/** A clock this far behind the last record was set wrong; a shorter way is a correction of the time. */
const clockSlack = dayMilliseconds;

/** After so many days of work behind a step that lies ahead it was the clock of that step that was wrong. */
const daysThatSettle = 3;

const daysSinceFurthest = (db: ReadDb): number =>
  db.value<number>(`SELECT count(DISTINCT substr(at, 1, 10)) FROM batch
    WHERE seq > (SELECT seq FROM batch ORDER BY at DESC LIMIT 1)`) ?? 0;

/** What the officer should know about the safety of the data; empty when all is well. */
export function backupConcerns({ db, ports, workspace }: Application): Output<'backup.concerns'> {
  const { backupFolder: folder, backupReminderDays: days } = readSettings(db());
  const concerns: BackupConcern[] = [];
  const now = ports.clock.now();
  const age = (at: string): number => daysBetween(at.slice(0, 10), now.slice(0, 10));
  const lastRecord = db().value<string>('SELECT max(at) FROM batch') ?? null;
  const isAhead = lastRecord !== null && Date.parse(lastRecord) - Date.parse(now) > clockSlack;
  if (isAhead && daysSinceFurthest(db()) < daysThatSettle)
    concerns.push({ kind: 'clockBack', name: '', at: lastRecord, urgent: true });
  const newest = inOrderMade(workspace.backupFolder, now)[0]?.createdAt ?? null;
  if (lastRecord !== null && newest !== null && age(newest) > days && lastRecord > newest)
    concerns.push({ kind: 'backupLate', name: '', at: newest, urgent: true });
  const check = readCopyCheck(workspace.backupFolder);
  if (check?.sound === false) concerns.push({ kind: 'copyUnsound', name: check.file, at: check.at, urgent: true });
  if (folder === '') {
    if (lastRecord !== null) concerns.push({ kind: 'copyOff', name: '', at: null, urgent: false });
  } else {
    const note = readCopyNote(workspace);
    const at = note?.folder === folder ? note.at : null;
    const late = at === null || age(at) >= days;
    if (!isReachable(workspace, folder)) concerns.push({ kind: 'copyAbsent', name: folder, at, urgent: late });
    else if (note?.state === 'full' || note?.state === 'noAccess' || note?.state === 'failed')
      concerns.push({ kind: 'copyFailed', name: folder, at, urgent: true });
    else if (late && newest !== null) concerns.push({ kind: 'copyLate', name: folder, at, urgent: true });
  }
  const risk = folderRisk(workspace.folder);
  if (risk !== null)
    concerns.push({
      kind: risk.kind === 'sync' ? 'syncFolder' : 'networkFolder',
      name: risk.name,
      at: null,
      urgent: false,
    });
  return concerns;
}
