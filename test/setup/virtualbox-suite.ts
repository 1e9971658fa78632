import { run } from './attempt.ts';
import { parts } from './parts.ts';

/** Says which VirtualBox the suite is about to use, and stops the suite when there is none. */
export async function setup(): Promise<void> {
  const { virtualbox } = parts();
  if (!virtualbox) throw new Error('there is no VirtualBox: run npm run setup, or set VBOXMANAGE');
  const asked = await run(virtualbox.wrapper, ['--version'], { quiet: true, seconds: 60 });
  if (asked.code !== 0) throw new Error(`${virtualbox.wrapper} --version: ${asked.lastLine}`);
  console.log(`VirtualBox ${asked.out.trim()} by ${virtualbox.wrapper}, program ${virtualbox.elf}`);
}
