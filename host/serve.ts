import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answer } from './answer.ts';
import type { RunningHost } from './create-host.ts';
import { pageHeaders, readPageFile } from './page.ts';

const bodyLimit = 80 * 1024 * 1024;

export interface Serving {
  readonly port: number;
  /** A fresh address that opens the page once. */
  address(): string;
  close(): Promise<void>;
}

/**
 * Serves the page and its host on 127.0.0.1. An address carries a token that works once and gives a session cookie;
 * every request must name this server as its Host, and requests of pages must come from it (Origin).
 *
 * @throws NodeJS.ErrnoException when the port cannot be had
 */
export async function serve(
  host: RunningHost,
  options: { readonly folder: string; readonly port: number; readonly onOpened?: () => void },
): Promise<Serving> {
  const tokens = new Set<string>();
  const session = randomBytes(32).toString('hex');
  const server = createServer((request, response) => {
    respond(request, response).catch((bug: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
      process.emitWarning(bug instanceof Error ? bug : String(bug));
    });
  });
  const streams = new Set<ServerResponse>();
  const unsubscribe = host.subscribe((name, event) => {
    for (const stream of streams) stream.write(`event: ${name}\ndata: ${JSON.stringify(event)}\n\n`);
  });
  const port = await listen(server, options.port);
  const cookieName = `netloom-${port}`;
  const origin = `http://127.0.0.1:${port}`;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    const { host: named, origin: from } = request.headers;
    if (named !== `127.0.0.1:${port}` || (from !== undefined && from !== origin)) return end(response, 403);
    const url = urlOf(request.url ?? '/', origin);
    if (!url) return end(response, 400);
    const token = url.searchParams.get('token');
    if (request.method === 'GET' && url.pathname === '/' && token !== null) {
      if (!tokens.delete(token) && !hasSession(request, cookieName, session))
        return end(response, 403, spent);
      options.onOpened?.();
      response.setHeader('set-cookie', `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`);
      response.setHeader('location', '/');
      return end(response, 303);
    }
    if (!hasSession(request, cookieName, session)) return end(response, 403, spent);
    if (url.pathname.startsWith('/call/')) {
      const isCall =
        request.method === 'POST' && request.headers['content-type']?.startsWith('application/json');
      if (!isCall || from !== origin) return end(response, 403);
      return answerCall(host, url.pathname.slice('/call/'.length), request, response);
    }
    if (request.method !== 'GET') return end(response, 405);
    if (url.pathname === '/events') return openStream(streams, response);
    return sendFile(options.folder, url.pathname, response);
  }

  return {
    port,
    address() {
      const token = randomBytes(24).toString('base64url');
      tokens.add(token);
      return `${origin}/?token=${token}`;
    },
    close: () =>
      new Promise((done) => {
        unsubscribe();
        for (const stream of streams) stream.end();
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const spent =
  'This address was used already, or is not of this session. In the terminal where Netloom runs, press Enter for a new one.\n' +
  '此地址已被使用，或不属于本次会话。请在运行 Netloom 的终端中按 Enter 获取新地址。\n';

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** The address that a request asks for, its path decoded; undefined where it is malformed. */
function urlOf(
  path: string,
  origin: string,
): { pathname: string; searchParams: URLSearchParams } | undefined {
  try {
    const { pathname, searchParams } = new URL(`${origin}${path}`);
    return { pathname: decodeURIComponent(pathname), searchParams };
  } catch {
    return undefined;
  }
}

function hasSession(request: IncomingMessage, cookieName: string, session: string): boolean {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  const given = cookies.find((one) => one.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? '';
  const [a, b] = [Buffer.from(given), Buffer.from(session)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function answerCall(
  host: RunningHost,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > bodyLimit) return end(response, 413);
    parts.push(part);
  }
  let input: unknown;
  try {
    input = JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return end(response, 400);
  }
  const result = await answer(host, name, input);
  response.setHeader('content-type', 'application/json');
  end(response, 200, JSON.stringify(result));
}

function openStream(streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': open\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

async function sendFile(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const file = await readPageFile(folder, pathname);
  if (!file) return end(response, 404);
  response.setHeader('content-type', file.type);
  response.writeHead(200);
  response.end(file.bytes);
}

function end(response: ServerResponse, status: number, text = ''): void {
  if (text !== '' && !response.hasHeader('content-type'))
    response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.writeHead(status);
  response.end(text);
}
