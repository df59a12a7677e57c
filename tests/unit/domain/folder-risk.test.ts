import { expect, test } from 'vitest';
import { folderRisk } from '#shared/domain/folder-risk.ts';

test.each([
  ['C:\\Users\\Айгүл\\AppData\\Roaming\\Seriktes\\college', null],
  ['/home/officer/.config/Seriktes/college', null],
  ['D:\\Dropboxed things\\college', null],
  ['C:\\Users\\a\\OneDrive\\college', { kind: 'sync', name: 'OneDrive' }],
  ['C:\\Users\\a\\OneDrive - Колледж\\Documents\\college', { kind: 'sync', name: 'OneDrive' }],
  ['C:\\Users\\a\\YandexDisk\\college', { kind: 'sync', name: 'Yandex.Disk' }],
  ['C:\\Users\\a\\Яндекс.Диск\\college', { kind: 'sync', name: 'Yandex.Disk' }],
  ['/home/a/Yandex.Disk/college', { kind: 'sync', name: 'Yandex.Disk' }],
  ['/home/a/Dropbox/college', { kind: 'sync', name: 'Dropbox' }],
  ['/Users/a/Dropbox (Колледж)/college', { kind: 'sync', name: 'Dropbox' }],
  ['G:\\Мой диск\\college', { kind: 'sync', name: 'Google Drive' }],
  ['/Users/a/Library/Mobile Documents/com~apple/college', { kind: 'sync', name: 'iCloud' }],
  ['\\\\server\\share\\college', { kind: 'network', name: 'server' }],
  ['//server/share/college', { kind: 'network', name: 'server' }],
  ['\\\\?\\UNC\\server\\share', { kind: 'network', name: 'server' }],
  ['\\\\?\\C:\\long\\path', null],
  ['/run/user/1000/gvfs/smb-share:server=a/college', { kind: 'network', name: expect.any(String) }],
])('%s', (path, risk) => {
  expect(folderRisk(path)).toEqual(risk);
});
