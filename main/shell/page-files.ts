import { isAbsolute, join, relative } from 'node:path';

/** What the page may do: run and load only what the program brought along. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    'frame-src app://preview',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** The file a URL names inside the folder, or null when it points outside. */
export function fileInside(folder: string, url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null; // not a URL this program made
  }
  if (path.includes('\0')) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file;
}
