import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parts } from '../setup/parts.ts';

/**
 * The file that a process of the wrapper runs once the wrapper has handed over, read through the process itself, so
 * that neither a script nor a name can stand in for the program. Undefined where there is no /proc.
 */
export async function behindWrapper(
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly exe: string; readonly bytes: Buffer } | undefined> {
  const wrapper = parts().virtualbox?.wrapper;
  if (wrapper === undefined || process.platform !== 'linux') return undefined;
  const child = spawn(wrapper, ['list', 'systemproperties'], { env, stdio: 'ignore' });
  try {
    for (let turn = 0; turn < 5000 && child.exitCode === null && child.signalCode === null; turn++) {
      try {
        const exe = readlinkSync(`/proc/${child.pid}/exe`);
        if (exe.endsWith('/VBoxManage')) return { exe, bytes: readFileSync(`/proc/${child.pid}/exe`) };
      } catch {
        return undefined;
      }
      await pause(1);
    }
    return undefined;
  } finally {
    child.kill('SIGKILL');
  }
}

/** First line of the suite: which program is under test. Under CI anything but the real one stops it. */
export async function setup(): Promise<void> {
  const part = parts().virtualbox;
  if (!part) throw new Error('there is no VirtualBox: run npm run setup, or set VBOXMANAGE');
  const home = mkdtempSync(join(tmpdir(), 'netloom-identify-'));
  const env = { ...process.env, VBOX_USER_HOME: home, VBOX_IPC_SOCKETID: `netloom${process.pid}id` };
  try {
    const version = spawnSync(part.wrapper, ['--version'], { env, encoding: 'utf8' }).stdout?.trim() ?? '';
    const behind = await behindWrapper(env);
    const isElf = behind?.bytes.subarray(0, 4).toString('latin1') === '\x7fELF';
    const sum = behind ? createHash('sha256').update(behind.bytes).digest('hex') : 'not seen';
    console.log(`VirtualBox ${version}: ${part.wrapper}, runs ${behind?.exe ?? part.elf}, sha256 ${sum}`);
    if (process.env['CI'] && !isElf)
      throw new Error(`${part.wrapper} does not end in an ELF binary named VBoxManage`);
  } finally {
    await pause(200);
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  }
}
