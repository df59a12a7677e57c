import { examineInThread } from './jobs/examine-thread.ts';
import { claimInstance, lockDown, quit, serveCollege, showWindow, whenReady } from './shell/desktop.ts';
import { dataPlace } from './shell/environment.ts';
import { workspaceIn } from './workspace.ts';

/**
 * Lock → examine the file in a thread → make the window → read the code of the program → open → show. The window and the thread
 * begin before the greater part of the code is read: it comes by an import of its own, while both are at work.
 * Not awaited at the top: «ready» comes only after this module has been read.
 */
async function run(): Promise<void> {
  if (!claimInstance()) return quit();
  const examining = examineInThread(workspaceIn(dataPlace().folder).databaseFile);
  await whenReady();
  const opening = import('./shell/college.ts').then(({ openCollege }) => openCollege(examining));
  serveCollege(opening);
  const shown = showWindow(opening);
  if ((await opening) === undefined) return quit();
  await shown;
}

lockDown();
void run();
