/** `node resources/icons/build.ts`: draws every icon file of the program from its drawing; nothing is fetched. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveIcon, programIcon, rasterise, type Shape, toSvg } from './drawing.ts';
import { type Picture, toIcns, toIco, toPng } from './image-files.ts';

const folder = import.meta.dirname;
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const macSizes = [16, 32, 64, 128, 256, 512, 1024];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** macOS leaves a tenth of the side free around a program's icon. */
const macMargin = 0.0977;

const pictures = (draw: (bold?: boolean) => readonly Shape[], sizes: readonly number[], margin = 0): Picture[] =>
  sizes.map(size => ({ size, png: toPng(rasterise(draw(size <= 32), size, margin), size) }));

mkdirSync(join(folder, 'linux'), { recursive: true });
for (const { size, png } of pictures(programIcon, linuxSizes))
  writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
for (const [name, draw, margin] of [
  ['program', programIcon, macMargin],
  ['archive', archiveIcon, 0],
] as const) {
  writeFileSync(join(folder, `${name}.svg`), toSvg(draw()));
  writeFileSync(join(folder, `${name}.ico`), toIco(pictures(draw, windowsSizes)));
  writeFileSync(join(folder, `${name}.icns`), toIcns(pictures(draw, macSizes, margin)));
}
