import type { IpcMainInvokeEvent, WebContents } from 'electron';

/** Whether a call comes from the main frame of our own page. Read synchronously: a frame can be gone after an await. */
export function isOurPage(
  event: Pick<IpcMainInvokeEvent, 'senderFrame'>,
  contents: Pick<WebContents, 'mainFrame'>,
): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame !== contents.mainFrame) return false;
  const url = new URL(frame.url);
  return url.protocol === 'app:' && url.host === 'app';
}
