/** Writes the built-in templates of letters and forms beside this script: `node resources/templates/build.ts`. */
import { writeFileSync } from 'node:fs';
import { builders } from './builders.ts';
import { editions } from './editions.ts';

for (const [file, build] of Object.entries(builders))
  for (const edition of editions)
    writeFileSync(new URL(`${file}.${edition}.docx`, import.meta.url), await build(edition));
