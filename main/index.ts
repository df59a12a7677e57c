import {
  claimInstance,
  lockDown,
  openCollege,
  quit,
  serveCollege,
  showWindow,
  watchTheDay,
  watchTheDoor,
  whenReady,
} from './shell/desktop.ts';

/** Lock → open, while the window is made → show. Not awaited at the top: «ready» comes only after this module has been read. */
async function run(): Promise<void> {
  if (!claimInstance()) return quit();
  const opening = openCollege();
  await whenReady();
  serveCollege(opening);
  const shown = showWindow(opening);
  const college = await opening;
  if (college === undefined) return quit();
  await shown;
  watchTheDay(college);
  watchTheDoor(college);
}

lockDown();
void run();
