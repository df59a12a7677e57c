import { app, type Session, type WebContents } from 'electron';

const allowed = /^(app|devtools|blob|data):/u;

/** Everything a page could ask for beyond its own files is denied: permissions, devices, the network. */
export function denyByDefault(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed.test(details.url) }));
  session.setSpellCheckerEnabled(false);
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', event => event.preventDefault());
  contents.on('will-redirect', event => event.preventDefault());
  contents.on('will-attach-webview', event => event.preventDefault());
}

/** No page of this program may navigate away, open windows or embed others. */
export function confineAllPages(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}
