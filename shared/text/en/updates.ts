/** The new version from a file, and the licences of the parts others wrote. */
export const updates = {
  title: 'New version',
  help: 'The program does not go online and does not look for updates. The files of a new version lie in one folder: choose its description (Seriktes-….update), or name a shared folder of the college once and look there. Signature and checksum are verified, and a backup is made before installing.',
  look: 'Look in the folder',
  none: 'The folder holds nothing newer than the installed version',
  folder: 'Folder of new versions: {folder}',
  folderChoose: 'Folder of new versions…',
  folderDrop: 'Do not look in a folder',
  choose: 'Update from a file…',
  found: 'Version {version} of {date}',
  checked: 'Signature and checksum are right: {name}, {size}',
  install: 'Back up and install',
  cancel: 'Do not install',
  started: 'The backup is made and the installer of version {version} is open. Close the program when it asks',
  shown: 'The backup is made; the file of version {version} lies in the folder that was opened',
  licences: 'Licences',
  licencesHelp:
    'Seriktes is under the MIT licence and carries the work of others. Their licences are shown in full. Those of Chromium lie in the folder of the program: LICENSES.chromium.html.',
  licencesFind: 'Find',
  licencesCount: '{count|# part|# parts}',
  noText: 'The part carries no text of its licence.',
};
