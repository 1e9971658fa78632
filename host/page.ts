import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

/** What the page may load and where it may connect: what serves it, and nothing else. */
const contentPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sent with every answer, whichever way the page travels. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** A file of the built page by the decoded path of its address; nothing for what is absent, outside, or no part of a page. */
export async function readPageFile(
  folder: string,
  pathname: string,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const root = resolve(folder);
  const path = resolve(root, `.${pathname === '/' ? '/index.html' : pathname}`);
  const type = types[extname(path)];
  if (!path.startsWith(root + sep) || type === undefined) return undefined;
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && { type, bytes };
}
