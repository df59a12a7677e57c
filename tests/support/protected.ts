import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A password no test data holds by chance. */
export const password = 'Құпия сөз 2025 ±';

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** The files of a folder, at any depth, whose bytes hold one of the texts. */
export function filesHolding(folder: string, texts: readonly (string | Buffer)[]): readonly string[] {
  return filesUnder(folder)
    .filter(file => statSync(file).size > 0)
    .filter(file => {
      const bytes = readFileSync(file);
      return texts.some(text => bytes.includes(text));
    })
    .map(file => file.slice(folder.length + 1));
}
