import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOfData, portableMark, writePointer } from '#main/shell/data-place.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'seriktes-place-'));

test('without a word the data lie in the folder of this user and may be moved', () => {
  const userFolder = folder();
  expect(placeOfData({ given: undefined, programFolders: [folder()], userFolder })).toEqual({
    folder: join(userFolder, 'college'),
    profile: null,
    pointer: join(userFolder, 'data-folder.json'),
    moved: false,
  });
});

test('the mark beside the program makes it portable, with nothing left on the computer', () => {
  const program = folder();
  writeFileSync(join(program, portableMark), '');
  expect(placeOfData({ given: undefined, programFolders: [folder(), program], userFolder: folder() })).toEqual({
    folder: join(program, 'seriktes-data'),
    profile: join(program, 'seriktes-data', 'profile'),
    pointer: null,
    moved: false,
  });
});

test('a folder that was moved is found again; a damaged note counts as none', () => {
  const userFolder = folder();
  const place = () => placeOfData({ given: undefined, programFolders: [], userFolder });
  writePointer(place().pointer ?? '', '/disk/college');
  const moved = place();
  writeFileSync(moved.pointer ?? '', '{"folder": "rel');
  expect([moved.folder, moved.moved, place().folder]).toEqual(['/disk/college', true, join(userFolder, 'college')]);
});

test('a place given from outside is fixed, whatever lies beside the program', () => {
  const program = folder();
  writeFileSync(join(program, portableMark), '');
  const { folder: given, pointer } = placeOfData({ given: '/g', programFolders: [program], userFolder: folder() });
  expect([given, pointer]).toEqual(['/g', null]);
});
