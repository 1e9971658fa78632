import { app, protocol, type Session, type WebContents } from 'electron';
import { pageHeaders, readPageFile } from '../host/page.ts';

const scheme = 'app';
const page = 'netloom';

/** The one address a window shows. */
export const pageAddress = `${scheme}://${page}/`;

export function isPage(address: string): boolean {
  try {
    const { protocol: used, host } = new URL(address);
    return used === `${scheme}:` && host === page;
  } catch {
    return false;
  }
}

/** Makes `app://` an origin like https, so that the content policy and modules work. Before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page and refuses everything else a page could ask a browser for. Before a window opens. */
export function protect(session: Session, folder: string): void {
  session.protocol.handle(scheme, async ({ url, method }) => {
    const path = method === 'GET' ? pathOf(url) : undefined;
    const file = path === undefined ? undefined : await readPageFile(folder, path);
    if (!file) return new Response('', { status: 404, headers: pageHeaders });
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...pageHeaders, 'content-type': file.type },
    });
  });
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url) }));
  // Copying a command writes to the clipboard; nothing else of what Chromium asks about is needed.
  const allowed = (permission: string, from: string): boolean =>
    permission === 'clipboard-sanitized-write' && isPage(from);
  session.setPermissionRequestHandler((_, permission, decide, { requestingUrl }) =>
    decide(allowed(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_, permission, origin) => allowed(permission, `${origin}/`));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_, contents) => confine(contents));
}

/** A page that is shown stays what it is: it goes nowhere, opens nothing and embeds nothing. */
function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The decoded path of an address of the page; undefined where it is malformed, or of something else. */
function pathOf(address: string): string | undefined {
  try {
    return isPage(address) ? decodeURIComponent(new URL(address).pathname) : undefined;
  } catch {
    return undefined;
  }
}

function mayLoad(address: string): boolean {
  return isPage(address) || /^(data|blob|devtools):/.test(address);
}
