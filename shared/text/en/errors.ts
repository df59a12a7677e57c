export const errors = {
  validation: 'Check the marked fields.',
  notFound: 'Not found[: “{name}”]. The record or file may have been removed or moved.',
  notSample: 'The sample college is not open: there is nothing to remove.',
  personErased: 'The personal data of this person have been erased.',
  dayOutOfRange: 'The period goes beyond the calendar. Check the years of the dates.',
  stale: 'The record has changed since it was opened. Open it again and repeat the change.',
  inUse:
    'It cannot be deleted[: “{title}” is used in other records ({by})]. Delete or change the related records first.',
  duplicate: 'Such a record already exists[: “{title}”].',
  needsConfirmation: 'There are remarks. Correct the data or confirm that it should be saved.',
  refused: 'The action is not available in the present state of the record.',
  folderTaken: 'The folder is not empty, or it is the data folder itself[: “{name}”]. Choose an empty folder.',
  fileUnreadable: 'The file[ “{name}”][ “{file}”] could not be read. It may be damaged: save it again and retry.',
  fileMissing: 'The file[ “{name}”] is not where it was looked for. Check its name and folder.',
  fileIsFolder: 'A folder was given instead of a file[: “{name}”]. Choose a file in it.',
  fileNotWorkbook:
    'The file[ “{name}”] is not a table. Excel workbooks (.xlsx, .xls, .ods) and text tables (.csv, .txt) are accepted.',
  fileEmpty: 'The file[ “{name}”] contains no data.',
  fileEncrypted: 'The file[ “{name}”] is protected by a password. Remove the password in Excel and retry.',
  fileTooLarge: 'The file[ “{name}”] is too large. Divide it into parts.',
  fileBusy: 'The file[ “{name}”] is open in another program. Close it there and retry.',
  fileChanged: 'The file[ “{name}”] has changed or been damaged since it was attached. Attach it again.',
  noAccess: 'No access[ to “{name}”][ to “{file}”]. Choose another folder or check the permissions.',
  diskFull: 'The disk is full. Free some space and retry; what was typed stays on the screen.',
  databaseNewer:
    'The database was made by a newer version of the program. Update the program; the data was not changed.',
  databaseDamaged: 'The database is damaged. Restore the latest backup; the damaged file is kept separately.',
  databaseMissing:
    'The data file is not in its place, but there are backups. Put the file back or restore a backup; no empty data are begun instead.',
  databaseGone:
    'The data file was removed or replaced while the program is open. The change was not written; what was typed stays on the screen. Make a backup in the settings: it will hold everything written before.',
  archiveBroken: 'The archive[ “{name}”] is damaged or incomplete. Take another copy; the data are unchanged.',
  archiveForeign:
    'The file[ “{name}”] is not a Seriktes archive or holds something else. It was not opened; the data are unchanged.',
  archiveNewer:
    'The archive[ “{name}”] was made by a newer version of the program. Update the program; the data are unchanged.',
  archiveLocked:
    'The archive[ “{name}”] has a password. Enter the password or the recovery code of the college that saved it.',
  locked: 'The program is locked. Enter the password to go on.',
  wrongPassword: 'That password or code does not open it.',
  passwordNeeded: 'The data have a password. Give it as the first line of standard input and add --password-stdin.',
  folderAbsent: 'The folder[ “{name}”] cannot be reached. Connect the drive or choose another folder.',
  folderInside: 'This folder lies inside the data folder. Choose a folder on another drive.',
  collegeNotEmpty:
    'There are records already. Everything can be loaded into empty data only; to combine, use “Take records from another file”.',
  updateNoKey: 'This build has no key to verify updates with. The IT person of the college installs new versions.',
  rollUpEmpty:
    'The folder[ “{folder}”] holds no files for a roll-up of this period. Put the files sent by the colleges into it and choose it again.',
  updateFolder: 'The folder of new versions[ “{folder}”] cannot be opened. Connect it or choose another one.',
  updateForeign: 'The file[ “{name}”] is no update of Seriktes: its signature is not confirmed. Nothing has changed.',
  updateBroken: 'The file[ “{name}”] differs from the signed one: it is damaged or incomplete. Nothing has changed.',
  updateOlder: 'The chosen version[ {version}] is not newer than the installed one[: {current}]. No update is needed.',
  updateUnfit: 'There is no file for this computer beside the description.[ One of these is needed: {names}.]',
  alreadyRunning: 'The program is already open with this database. Go to its window.',
  undoConflict: 'It cannot be undone: the record[ “{title}”] has changed since.',
  nothingToUndo: 'Nothing to undo.',
  nothingToRedo: 'Nothing to redo.',
  templateBroken: 'The template[ “{name}”] could not be filled[: field “{field}”]. Check the template in “Letters”.',
  cancelled: 'The action was stopped. The data was not changed.',
  importChanged:
    'The data changed while the plan was on the screen. The plan was made again: look through it once more.',
  unexpected: 'The action was not carried out, the data was not changed.[ Reference: {reference}.]',
};
