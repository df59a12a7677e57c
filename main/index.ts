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

/** Lock → open → serve → window. Not awaited at the top: «ready» comes only after this module has been read. */
async function run(): Promise<void> {
  if (!claimInstance()) return quit();
  await whenReady();
  const college = await openCollege();
  if (college === undefined) return quit();
  serveCollege(college);
  await showWindow();
  watchTheDay(college);
  watchTheDoor(college);
}

lockDown();
void run();
