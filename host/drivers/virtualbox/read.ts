import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import type { Readings } from '../../../shared/targets/virtualbox/observe.ts';
import { type ReadMachine, readMachine } from '../../../shared/targets/virtualbox/read-machine.ts';
import { emptyProfile, type Profile, readProfile } from '../../../shared/targets/virtualbox/read-profile.ts';
import { problem, reason } from './problem.ts';

/** A profile and its machines, all from one moment. */
export type ProfileReading = Pick<Readings, 'profile' | 'machines'>;

/** Reads one profile again and again; a file that did not change is not parsed twice. */
export interface ProfileReader {
  read(): Promise<Result<ProfileReading, Diagnostic>>;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** VirtualBox saves by renaming twice, and between the two the file is not there (up to 17 ms were seen). */
async function readOrAbsent(path: string): Promise<string | undefined> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOTDIR') return undefined;
      if (code !== 'ENOENT') throw error;
      if (attempt === 10) return undefined;
      await pause(5);
    }
  }
}

const absent = 'absent';

/** Changes whenever the file does: VirtualBox gives it a new inode with each save. */
async function stamp(path: string): Promise<string> {
  try {
    const { ino, mtimeNs, size } = await stat(path, { bigint: true });
    return `${ino} ${mtimeNs} ${size}`;
  } catch {
    return absent;
  }
}

/** A profile that lost its file to a crash must not pass for a new one: VirtualBox would then forget every machine. */
async function leftOver(path: string): Promise<string | undefined> {
  for (const left of [`${path}-prev`, `${path}-tmp`]) if ((await stamp(left)) !== absent) return left;
  return undefined;
}

export function createProfileReader(folder: string): ProfileReader {
  const path = join(folder, 'VirtualBox.xml');
  let lastProfile: { readonly stamp: string; readonly profile: Profile } | undefined;
  let known = new Map<string, { readonly stamp: string; readonly machine: ReadMachine | undefined }>();

  async function profileOf(current: string): Promise<Result<Profile, Diagnostic>> {
    if (lastProfile?.stamp === current) return ok(lastProfile.profile);
    let text: string | undefined;
    try {
      text = await readOrAbsent(path);
    } catch (error) {
      return fail(problem('read-failed', { path, text: reason(error) }));
    }
    if (text === undefined) {
      const left = await leftOver(path);
      return left === undefined ? ok(emptyProfile) : fail(problem('profile-lost', { path, left }));
    }
    const profile = readProfile(text);
    if (!profile) return fail(problem('profile-unreadable', { path }));
    if (current !== absent) lastProfile = { stamp: current, profile };
    return ok(profile);
  }

  /** A machine file may be unreadable by itself without hiding the others. */
  async function machineOf(file: string, current: string): Promise<ReadMachine | undefined> {
    const before = known.get(file);
    if (before?.stamp === current && current !== absent) return before.machine;
    const text = await readOrAbsent(file).catch(() => undefined);
    return text === undefined ? undefined : readMachine(text);
  }

  async function readOnce(): Promise<Result<ProfileReading | 'moved', Diagnostic>> {
    const before = await stamp(path);
    const profile = await profileOf(before);
    if (!profile.ok) {
      // What was read half-way may be whole by now.
      return before === (await stamp(path)) ? profile : ok('moved');
    }
    const entries = profile.value.machines.map(({ uuid, path: src }) => ({
      uuid,
      path: resolve(folder, src),
    }));
    const stamps = await Promise.all(entries.map((entry) => stamp(entry.path)));
    const machines = await Promise.all(
      entries.map((entry, index) => machineOf(entry.path, stamps[index] ?? absent)),
    );
    const now = await Promise.all(entries.map((entry) => stamp(entry.path)));
    if (before !== (await stamp(path)) || stamps.some((one, index) => one !== now[index])) {
      lastProfile = undefined;
      return ok('moved');
    }
    known = new Map(
      entries.map((entry, index) => [
        entry.path,
        { stamp: stamps[index] ?? absent, machine: machines[index] },
      ]),
    );
    return ok({
      profile: profile.value,
      machines: entries.map((entry, index) => ({ ...entry, machine: machines[index] })),
    });
  }

  return {
    read: async () => {
      for (let attempt = 0; attempt < 30; attempt++) {
        const result = await readOnce();
        if (!result.ok) return result;
        if (result.value !== 'moved') return ok(result.value);
        await pause(5 * (attempt + 1));
      }
      return fail(problem('profile-busy', { path: folder }));
    },
  };
}
