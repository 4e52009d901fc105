import { app, type Session, type WebContents } from 'electron';
import { appOrigin } from './app-protocol';

/** In development the renderer comes from the build tool's server on this machine. */
function isOwnPage(url: string): boolean {
  const development = process.env.ELECTRON_RENDERER_URL;
  return (
    url.startsWith(`${appOrigin}/`) ||
    (development !== undefined && !app.isPackaged && url.startsWith(development))
  );
}

/** A page may not go elsewhere, open windows or embed other content. */
export function confineContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No device, notification or other permission, and no request to anywhere but the app itself. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.webRequest.onBeforeRequest((details, answer) => {
    const local =
      /^(app|data|blob|devtools):/.test(details.url) ||
      isOwnPage(details.url) ||
      details.url.startsWith('ws://localhost');
    answer({ cancel: !local });
  });
}

/** Requests are answered only when they come from the app's own page in a top frame. */
export function isTrustedSender(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}
