import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Message, message } from '../shared/messages/message.ts';
import type { Backend } from './backend.ts';
import { ensureFolder } from './files/ensure-folder.ts';
import { reasonOf } from './files/read-text.ts';
import { createWorkspace } from './files/workspace.ts';

/** One thing that Netloom needs or likes to have, and how it stands with it. */
export interface Examined {
  readonly what: 'node' | 'target' | 'electron' | 'state' | 'workspace';
  /** `missing` keeps something from working; `without` is done without. */
  readonly state: 'fine' | 'without' | 'missing';
  /** What is there, or what to do. */
  readonly message: Message;
}

export interface Surroundings {
  readonly nodeVersion: string;
  /** The oldest Node.js that will do, such as 20.19.0. */
  readonly leastNode: string;
  readonly backends: readonly Backend[];
  readonly electron: string | undefined;
  readonly stateFolder: string;
  readonly workspace: string;
}

/** Looks at what Netloom finds around it. Changes nothing, but for a file that it writes and removes in the state folder. */
export async function examine(around: Surroundings): Promise<Examined[]> {
  return [
    node(around),
    ...(await Promise.all(around.backends.map(target))),
    around.electron === undefined
      ? { what: 'electron', state: 'without', message: message('cli/doctor/no-electron') }
      : {
          what: 'electron',
          state: 'fine',
          message: message('cli/doctor/electron', { path: around.electron }),
        },
    await state(around.stateFolder),
    await workspace(around.workspace),
  ];
}

function node({ nodeVersion, leastNode }: Surroundings): Examined {
  return isOlder(nodeVersion, leastNode)
    ? {
        what: 'node',
        state: 'missing',
        message: message('cli/doctor/node-old', { version: nodeVersion, least: leastNode }),
      }
    : { what: 'node', state: 'fine', message: message('cli/doctor/node', { version: nodeVersion }) };
}

/** Whether a version such as 18.20.1 comes before another. */
export function isOlder(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split('.').map(Number));
  for (const [index, number] of (b ?? []).entries()) {
    const own = a?.[index] ?? 0;
    if (own !== number) return own < number;
  }
  return false;
}

async function target(backend: Backend): Promise<Examined> {
  const probe = await backend.driver(undefined).probe();
  return probe.ok
    ? {
        what: 'target',
        state: 'fine',
        message: message('cli/doctor/target', { target: backend.target.id, ...probe.value }),
      }
    : { what: 'target', state: 'missing', message: probe.problem.message };
}

async function state(folder: string): Promise<Examined> {
  const trial = join(folder, `.doctor-${process.pid}`);
  try {
    await ensureFolder(folder);
    await writeFile(trial, '');
    await rm(trial);
    return { what: 'state', state: 'fine', message: message('cli/doctor/state', { folder }) };
  } catch (problem) {
    const values = { folder, reason: reasonOf(problem) };
    return { what: 'state', state: 'missing', message: message('cli/doctor/no-state', values) };
  }
}

async function workspace(folder: string): Promise<Examined> {
  const count = (await createWorkspace(folder).list()).length;
  return count > 0
    ? { what: 'workspace', state: 'fine', message: message('cli/doctor/workspace', { count, folder }) }
    : { what: 'workspace', state: 'without', message: message('cli/doctor/no-workspace', { folder }) };
}
