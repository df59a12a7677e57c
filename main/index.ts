import { claimInstance, lockDown, quit, serveCollege, showWindow, whenReady } from './shell/desktop.ts';

/**
 * Lock → make the window → read the code of the program → open → show. The window begins before the greater part of the code is
 * read, which comes by an import of its own: the page reads its scripts meanwhile.
 * Not awaited at the top: «ready» comes only after this module has been read.
 */
async function run(): Promise<void> {
  if (!claimInstance()) return quit();
  await whenReady();
  const opening = import('./shell/college.ts').then(({ openCollege }) => openCollege());
  serveCollege(opening);
  const shown = showWindow(opening);
  if ((await opening) === undefined) return quit();
  await shown;
}

lockDown();
void run();
