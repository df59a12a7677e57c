/** The password of the college, the lock and the recovery code. */
export const protection = {
  unlockTitle: 'The data have a password',
  unlock: 'Open',
  password: 'Password',
  code: 'Recovery code',
  either: 'Password or recovery code',
  show: 'Show or hide what is typed',
  capitals: 'Caps Lock is on.',
  byCode: 'Enter the recovery code',
  byPassword: 'Enter the password',
  forgotten:
    'Without the password and the recovery code nobody can open the data: there is no other way in. Only copies made before the password was set remain.',
  offHelp: 'There is no password: whoever gets to this computer or to a backup can open the data.',
  onHelp: 'The data are encrypted. The password is asked for at the start and after a lock.',
  whatClosed: 'The password closes the database, attached files, backups and archives.',
  whatOpen:
    'Files made for others stay open: letters, reports and exports in their folders, and the Word templates. Copies on a drive that is not connected change only when it is.',
  turnOn: 'Set a password',
  turnOnHelp:
    'Data, files and copies are encrypted. Then a recovery code is shown once: have paper or a printer at hand.',
  next: 'New password',
  nextHelp: 'At least 8 characters. Several words in a row are better.',
  again: 'New password once more',
  present: 'Present password',
  turnOff: 'Remove the password',
  turnOffHelp: 'Data, files and copies are decrypted. Whoever gets the file can open them.',
  turnedOff: 'The password was removed.',
  change: 'Change the password',
  changeHelp:
    'If the present password is forgotten, enter the recovery code instead; it stays the same. Archives saved before open with the password of that time.',
  changed: 'The password was changed.',
  lockNow: 'Lock now',
  renewCode: 'New recovery code',
  renewHelp: 'The code before opens nothing any more.',
  codeTitle: 'Seriktes recovery code',
  codeHelp:
    'The code opens the data when the password is forgotten. It is shown once. Print it or write it down and keep it away from the computer, in a safe for example.',
  codeKept: 'The code is written down or printed',
  codeDone: 'Done',
  codePrint: 'Print',
  archiveTitle: 'The archive has a password',
  archiveHelp: '“{name}” opens with the password or recovery code that held when it was saved.',
} as const;
