import type { Cancel } from '../../../shared/base/cancel.ts';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import type { Driver } from '../../../shared/plan/plan.ts';
import { liveKeys, observe } from '../../../shared/targets/virtualbox/observe.ts';
import type { Operation } from '../../../shared/targets/virtualbox/operation.ts';
import type { Observed } from '../../../shared/targets/virtualbox/state.ts';
import { knownElsewhere, type Ledger, openLedger } from '../../ledger.ts';
import type { Environment } from '../../process/find.ts';
import { findVBoxManage, profileFolder } from './find.ts';
import { createLanes } from './lanes.ts';
import { noted, operate, type Seen } from './operate.ts';
import { ledgerProblem, problem } from './problem.ts';
import { createProfileReader, type ProfileReader } from './read.ts';
import { type Caller, type CallProblem, read } from './run.ts';

export interface DriverOptions {
  /** Environment of the program and of the search for it; default that of this process. */
  readonly env?: Environment | undefined;
  /** The design file of the lab, noted in the ledger when something is made from it. */
  readonly labPath?: string | undefined;
}

/**
 * Builds labs with VBoxManage and reads them from VirtualBox's files. Two machines are worked on at a time, since
 * VirtualBox gets slower and less reliable with more; networks are worked on one by one.
 */
export function virtualboxDriver(options: DriverOptions = {}): Driver<Operation, Observed> {
  const env = options.env ?? process.env;
  const folder = profileFolder(env);
  const profile = createProfileReader(folder);
  const lanes = createLanes(2);
  let found: Promise<Result<string, Diagnostic>> | undefined;

  async function caller(): Promise<Result<Caller, Diagnostic>> {
    found ??= findVBoxManage(env);
    const path = await found;
    if (path.ok) return ok({ path: path.value, env });
    // Looked for again next time: it may have been installed meanwhile.
    found = undefined;
    return path;
  }

  async function see(
    labId: string,
    ledger: Ledger,
    running: readonly string[],
  ): Promise<Result<Seen, Diagnostic>> {
    const reading = await profile.read();
    if (!reading.ok) return reading;
    try {
      const observed = observe({ labId, ...reading.value, ledger: await ledger.read(), running });
      return ok({ observed, files: new Map(reading.value.machines.map(({ uuid, path }) => [uuid, path])) });
    } catch (error) {
      return fail(ledgerProblem(ledger, error));
    }
  }

  return {
    probe: async () => {
      const program = await caller();
      if (!program.ok) return program;
      const { path } = program.value;
      const answer = await read(program.value, ['--version']);
      if (!answer.ok) return fail(readProblem(program.value, answer.problem));
      // The wrapper of some packages prints warnings before it.
      const version = /^\d+\.\d+\.\d+\S*/m.exec(answer.value)?.[0];
      if (version !== undefined) return ok({ version, path });
      return fail(problem('not-working', { path, text: answer.value.trim().slice(0, 200) }));
    },
    observe: async (labId, cancel) => {
      const program = await caller();
      if (!program.ok) return program;
      // Before anything starts the service: it would write a new profile over one that a crash left half renamed.
      const safe = await profile.read();
      if (!safe.ok) return safe;
      const running = await runningMachines(program.value, cancel);
      if (!running.ok) return running;
      const ledger = openLedger(env, folder, labId);
      const tidied = await noted(ledger, () => tidy(labId, ledger, profile));
      if (!tidied.ok) return tidied;
      const seen = await see(labId, ledger, running.value);
      return seen.ok ? ok(seen.value.observed) : seen;
    },
    run: async (operation, cancel) => {
      const program = await caller();
      if (!program.ok) return program;
      const { labId } = operation;
      const ledger = openLedger(env, folder, labId);
      const look = () => see(labId, ledger, []);
      const place = { program: program.value, ledger, labPath: options.labPath, look };
      return lanes.in(laneOf(operation), () => operate(place, operation, cancel));
    },
  };
}

/** Makes the ledger forget what VirtualBox does not have any more: another's object of that name is not ours. */
function tidy(labId: string, ledger: Ledger, profile: ProfileReader): Promise<void> {
  return ledger.tidy(async (known) => {
    const reading = await profile.read();
    return reading.ok
      ? liveKeys(observe({ labId, ...reading.value, ledger: known, running: [] }))
      : undefined;
  });
}

/** Another design file that a lab was made from in this VirtualBox profile and that still exists. */
export async function appliedFrom(
  labId: string,
  labPath: string | undefined,
  env: Environment = process.env,
): Promise<string | undefined> {
  try {
    const folder = profileFolder(env);
    const ledger = openLedger(env, folder, labId);
    await tidy(labId, ledger, createProfileReader(folder));
    return await knownElsewhere(ledger, labPath);
  } catch {
    // A ledger that cannot be read stops the plan, with its own words.
    return undefined;
  }
}

/** Work on one machine is serial, and so is work on the networks, which VirtualBox keeps in one file. */
function laneOf(operation: Operation): string {
  switch (operation.kind) {
    case 'create-machine':
      return operation.machine.uuid;
    case 'configure-machine':
    case 'delete-machine':
      return operation.uuid;
    case 'create-nat-network':
    case 'configure-nat-network':
    case 'delete-nat-network':
    case 'delete-dhcp-server':
      return 'networks';
  }
}

/** Names may hold newlines and braces, so only what closes a line counts; UUIDs of nothing do no harm. */
async function runningMachines(program: Caller, cancel: Cancel): Promise<Result<string[], Diagnostic>> {
  const listed = await read(program, ['list', 'runningvms'], cancel);
  if (!listed.ok) return fail(readProblem(program, listed.problem));
  const uuids = listed.value.matchAll(/\{([0-9a-f-]{36})\}\r?$/gim);
  return ok([...uuids].map(([, uuid]) => (uuid ?? '').toLowerCase()));
}

function readProblem({ path }: Caller, what: CallProblem): Diagnostic {
  switch (what.kind) {
    case 'refused':
      return problem('not-working', { path, text: what.text });
    case 'locked':
      return problem('machine-locked', { name: 'VirtualBox' });
    case 'hung':
      return problem('command-hung', { command: 'list', seconds: what.seconds });
    case 'cancelled':
      return problem('cancelled', { command: 'list' });
  }
}
