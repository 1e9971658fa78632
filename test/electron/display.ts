import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A screen for the whole suite, on a number that is free; it goes when the suite ends. */
export default async function display(): Promise<() => void> {
  const screen = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((found, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
    (server.stdio[3] as Readable).once('data', (chunk: Buffer) => found(chunk.toString().trim()));
  });
  process.env['DISPLAY'] = `:${number}`;
  const end = (): void => void server.kill('SIGTERM');
  process.once('exit', end);
  return end;
}
