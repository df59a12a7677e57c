import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectLicences } from '../../../packaging/licences.ts';
import { isTarget, requireShipped, shippedBinaries, shippedBinary } from '../../../packaging/native-binaries.ts';
import { archiveIcon, programIcon, rasterise, toSvg } from '../../../resources/icons/drawing.ts';

const project = resolve(import.meta.dirname, '../../..');
const icons = join(project, 'resources/icons');
const read = (name: string): Buffer => readFileSync(join(icons, name));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-packaging-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('native binaries', () => {
  test('are those of the version that is installed', () => {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules/better-sqlite3/package.json'), 'utf8')) as {
      readonly version: string;
    };
    expect(shippedBinaries.version).toBe(manifest.version);
  });

  test.each(Object.keys(shippedBinaries.sha256).filter(isTarget))('%s is the one that was shipped', target => {
    expect(() => requireShipped(shippedBinary(target), target)).not.toThrow();
  });

  test('a rebuilt one is refused', () => {
    const rebuilt = join(folder, 'linux-x64.node');
    writeFileSync(rebuilt, Buffer.concat([readFileSync(shippedBinary('linux-x64')), Buffer.from([0])]));
    expect(() => requireShipped(rebuilt, 'linux-x64')).toThrow('as it was shipped');
  });

  test('a target nobody ships is refused', () => {
    expect(() => requireShipped(shippedBinary('linux-x64'), 'freebsd-x64')).toThrow('freebsd-x64');
  });
});

describe('icons', () => {
  /** The pixels of a PNG as this project writes it: one chunk, no filters. */
  function pixelsOf(png: Buffer): { readonly size: number; readonly pixels: Buffer } {
    const size = png.readUInt32BE(16);
    const lines = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
    const rows = Array.from({ length: size }, (_, row) =>
      lines.subarray(row * (size * 4 + 1) + 1, (row + 1) * (size * 4 + 1)),
    );
    return { size, pixels: Buffer.concat(rows) };
  }

  test.each([
    ['program.svg', programIcon],
    ['archive.svg', archiveIcon],
  ] as const)('%s is the drawing', (name, draw) => {
    expect(read(name).toString('utf8')).toBe(toSvg(draw()));
  });

  test.each([16, 32, 64])('the picture of %i pixels is the drawing', size => {
    const drawn = pixelsOf(read(`linux/${size}x${size}.png`));
    expect(drawn.size).toBe(size);
    expect(drawn.pixels.equals(rasterise(programIcon(size <= 32), size))).toBe(true);
  });

  test.each(['program', 'archive'])('%s has every size that Windows and macOS ask for', name => {
    const ico = read(`${name}.ico`);
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico.readUInt8(6 + 16 * index) || 256);
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
    const icns = read(`${name}.icns`);
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const types: string[] = [];
    for (let place = 8; place < icns.length; place += icns.readUInt32BE(place + 4))
      types.push(icns.toString('latin1', place, place + 4));
    expect(types).toEqual(['icp4', 'icp5', 'ic11', 'ic12', 'ic07', 'ic13', 'ic08', 'ic14', 'ic09', 'ic10']);
  });
});

describe('licences', () => {
  const parts = collectLicences();

  test('name every package of the manifest, Electron and both families of fonts', () => {
    const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const wanted = Object.keys(dependencies).map(name =>
      name === 'better-sqlite3' ? 'better-sqlite3-multiple-ciphers' : name,
    );
    expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining([...wanted, 'Electron', 'Tinos', 'Arimo']));
  });

  test('each has a licence that lets a program be passed on', () => {
    const free =
      /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|Zlib|Unlicense|CC0-1\.0|BlueOak-1\.0\.0)(?: (?:OR|AND) [\w.-]+)*\)?$/u;
    expect(
      parts.filter(({ licence }) => !free.test(licence)).map(({ name, licence }) => `${name}: ${licence}`),
    ).toEqual([]);
  });

  test('packages that only build or test the program are not among them', () => {
    const names = new Set(parts.map(({ name }) => name));
    expect(['vitest', 'typescript', 'electron-builder', 'docxtemplater'].filter(name => names.has(name))).toEqual([]);
  });
});

test('every platform of the packages gets an icon that exists', () => {
  const config = readFileSync(join(project, 'electron-builder.yml'), 'utf8');
  const named = [...config.matchAll(/icon: (\S+)/gu)].map(match => match[1]);
  expect(named).toEqual(['archive', 'linux', 'program.ico', 'program.icns']);
  expect(readdirSync(icons)).toEqual(expect.arrayContaining(['archive.ico', 'archive.icns', 'linux', 'program.ico']));
});
