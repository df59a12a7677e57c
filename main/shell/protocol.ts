import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy, fileInside } from './page-files.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.json': 'application/json',
};

/** Must run before the application is ready: `app://` counts as a secure origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** A preview is an inert document of its own: styles, fonts and pictures that stand in it, and nothing else. */
const previewPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors app://app; sandbox";
const previews = new Map<string, string>();
const keptPreviews = 8;

/** Keeps a document for the screen; the oldest of the last few is forgotten. */
export function keepPreview(html: string): string {
  const name = randomBytes(12).toString('hex');
  previews.set(name, html);
  for (const old of [...previews.keys()].slice(0, -keptPreviews)) previews.delete(old);
  return `app://preview/${name}`;
}

function servePreview(url: URL): Response {
  const html = previews.get(url.pathname.slice(1));
  if (html === undefined) return notFound();
  return new Response(html, {
    headers: {
      'content-type': types['.html'] ?? '',
      'content-security-policy': previewPolicy,
      'x-content-type-options': 'nosniff',
    },
  });
}

const notFound = (): Response => new Response(null, { status: 404 });

/** Serves the built pages under `app://app/`, each page with a fresh style nonce in its header and its meta tag. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle('app', async request => {
    const url = new URL(request.url);
    if (url.host === 'preview') return servePreview(url);
    const file = url.host === 'app' && request.method === 'GET' ? fileInside(folder, request.url) : null;
    if (file === null) return notFound();
    try {
      const bytes = await readFile(file);
      const type = types[extname(file)] ?? 'application/octet-stream';
      const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
      if (extname(file) !== '.html') return new Response(new Uint8Array(bytes), { headers });
      const nonce = randomBytes(16).toString('base64');
      const page = bytes.toString('utf8').replace('<head>', `<head><meta name="style-nonce" content="${nonce}" />`);
      return new Response(page, { headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) } });
    } catch {
      return notFound(); // a missing file is an answer of this protocol
    }
  });
}
