import { readFile } from 'node:fs/promises';

/** A process, so that another one that got its number later is not taken for it. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started, in ticks since the computer did; only Linux says. */
  readonly started?: string | undefined;
}

/** The mark of a process that runs; of this one unless told. */
export async function markOf(pid = process.pid): Promise<ProcessMark> {
  const started = await startOf(pid);
  return { pid, ...(started !== undefined && { started }) };
}

/** Whether the process with this mark still runs. */
export async function isAlive({ pid, started }: ProcessMark): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (problem) {
    // It is there, but of another user.
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'EPERM')) return false;
  }
  const now = await startOf(pid);
  return started === undefined || now === undefined || now === started;
}

/** Field 22 of `/proc/<pid>/stat`. The program's name before it is in brackets and may hold anything. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
