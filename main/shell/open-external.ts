import { shell } from 'electron';

const allowed = new Set(['https:', 'mailto:']);

/** The one way out: web pages and letters to an address, nothing else. Answers whether the link was opened. */
export async function openLink(text: string): Promise<boolean> {
  if (!URL.canParse(text) || !allowed.has(new URL(text).protocol)) return false;
  await shell.openExternal(text);
  return true;
}
