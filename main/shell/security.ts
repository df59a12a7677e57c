import { app, type Session, type WebContents } from 'electron';

const allowed = /^(app|devtools|blob|data):/u;

/** Everything a page could ask for beyond its own files is denied: permissions, devices, the network. */
export function denyByDefault(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed.test(details.url) }));
}

/** Chromium fetches dictionaries from its maker for every session whose spell checker is not off before its first page. */
function withoutDictionaries(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL('app://app/no-dictionaries/');
}

function confine(contents: WebContents): void {
  // The one way a page could send datagrams that no content policy covers.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', event => event.preventDefault());
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame && !event.url.startsWith('app://preview/')) event.preventDefault();
  });
  contents.on('will-redirect', event => event.preventDefault());
  contents.on('will-attach-webview', event => event.preventDefault());
}

/** No page of this program may navigate away, open windows or embed others, and no session fetches anything by itself. */
export function confineAllPages(): void {
  app.on('session-created', withoutDictionaries);
  app.on('web-contents-created', (_event, contents) => confine(contents));
}
