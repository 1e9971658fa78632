import type { Cancel } from '../../../shared/base/cancel.ts';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import type { MessageValues } from '../../../shared/messages/message.ts';
import { holds } from '../../../shared/targets/virtualbox/holds.ts';
import { commands, type Operation } from '../../../shared/targets/virtualbox/operation.ts';
import type { Observed } from '../../../shared/targets/virtualbox/state.ts';
import type { Ledger } from '../../ledger.ts';
import { ledgerProblem, nameOf, placeOf, problem } from './problem.ts';
import { forgetUnmade, recordAfter, recordBefore, removeEmptyFolders } from './record.ts';
import { type Caller, type CallProblem, write } from './run.ts';

/** The state of a lab, and the file of each machine. */
export interface Seen {
  readonly observed: Observed;
  readonly files: ReadonlyMap<string, string>;
}

/** What an operation needs from its driver. */
export interface Workplace {
  readonly program: Caller;
  readonly ledger: Ledger;
  readonly labPath: string | undefined;
  readonly look: () => Promise<Result<Seen, Diagnostic>>;
}

/**
 * Does one operation, call by call, and reads the state after each: neither exit codes nor the end of the program
 * say whether it worked. Done again after success it changes nothing; done again after a failure it goes on.
 */
export async function operate(
  place: Workplace,
  operation: Operation,
  cancel: Cancel,
): Promise<Result<void, Diagnostic>> {
  const { ledger } = place;
  const at = placeOf(operation);
  const name = nameOf(operation);
  const before = await place.look();
  if (!before.ok) return before;
  const current = asItIsNow(operation, before.value.observed);
  if (holds(current, before.value.observed)) return noted(ledger, () => recordAfter(ledger, current));
  const refusal = notAllowed(current, before.value.observed);
  if (refusal) return fail(problem(refusal.what, { name, ...refusal.values }, at));
  const firstCommand = `${commands(current)[0]?.[0] ?? ''} ${name}`;
  if (cancel.aborted) return fail(problem('cancelled', { command: firstCommand }, at));
  const started = await noted(ledger, async () => {
    if (place.labPath !== undefined) await ledger.noteLabPath(place.labPath);
    await recordBefore(ledger, current, before.value.observed);
  });
  if (!started.ok) return started;
  const done = await callEach(place, current, before.value.observed, cancel);
  if (!done.ok) {
    await cleanUp(place, current);
    return done;
  }
  if (current.kind === 'delete-machine') {
    const file = before.value.files.get(current.uuid);
    if (file !== undefined) await removeEmptyFolders(file);
  }
  return noted(ledger, () => recordAfter(ledger, current));
}

async function callEach(
  { program, look }: Workplace,
  operation: Operation,
  before: Observed,
  cancel: Cancel,
): Promise<Result<void, Diagnostic>> {
  const at = placeOf(operation);
  const name = nameOf(operation);
  let observed = before;
  for (const [index, args] of commands(operation).entries()) {
    if (holds(operation, observed, index + 1)) continue;
    const command = `${args[0] ?? ''} ${name}`;
    if (cancel.aborted) return fail(problem('cancelled', { command }, at));
    const isDone = async (): Promise<boolean> => {
      const seen = await look();
      return seen.ok && holds(operation, seen.value.observed, index + 1);
    };
    const called = await write(program, args, isDone);
    if (!called.ok) return fail(callProblem(called.problem, command, name, operation));
    const after = await look();
    if (!after.ok) return after;
    observed = after.value.observed;
    if (!holds(operation, observed, index + 1)) return fail(problem('not-applied', { command }, at));
  }
  return ok(undefined);
}

/** After a creation that failed: what VirtualBox left half made goes, and the ledger forgets what is not there. */
async function cleanUp({ program, ledger, look }: Workplace, operation: Operation): Promise<void> {
  if (operation.kind === 'create-nat-network') {
    const { name } = operation.network;
    const isGone = async (): Promise<boolean> => {
      const seen = await look();
      if (!seen.ok) return false;
      const { natNetworks, foreign } = seen.value.observed;
      return ![...natNetworks, ...foreign.natNetworks].some((network) => network.name === name);
    };
    // `natnetwork add` with a range it refuses leaves a network with another range behind; none was there before.
    if (!(await isGone())) await write(program, ['natnetwork', 'remove', '--netname', name], isGone);
  }
  const seen = await look();
  // An entry too many in the ledger does no harm, so a failure here is none.
  if (seen.ok) await forgetUnmade(ledger, operation, seen.value.observed).catch(() => undefined);
}

export async function noted(ledger: Ledger, work: () => Promise<void>): Promise<Result<void, Diagnostic>> {
  try {
    await work();
    return ok(undefined);
  } catch (error) {
    return fail(ledgerProblem(ledger, error));
  }
}

/** A deletion takes out the disks that are in the machine now, not those it had when the plan was made. */
function asItIsNow(operation: Operation, observed: Observed): Operation {
  if (operation.kind !== 'delete-machine') return operation;
  const machine = observed.machines.find(({ uuid }) => uuid === operation.uuid);
  return machine ? { ...operation, detach: machine.disks } : operation;
}

interface Refusal {
  readonly what: string;
  readonly values?: MessageValues | undefined;
}

/** Why an operation may not be done at all: it would touch what this lab did not make, or what others use. */
function notAllowed(operation: Operation, observed: Observed): Refusal | undefined {
  const { machines, natNetworks, dhcpServers, foreign } = observed;
  const notOurs: Refusal = { what: 'not-ours' };
  switch (operation.kind) {
    case 'create-machine':
      return foreign.machines.some(({ uuid }) => uuid === operation.machine.uuid) ? notOurs : undefined;
    case 'configure-machine':
      return machines.some(({ uuid }) => uuid === operation.uuid) ? undefined : notOurs;
    case 'delete-machine': {
      const machine = machines.find(({ uuid }) => uuid === operation.uuid);
      if (!machine) return notOurs;
      return machine.hasSnapshots ? { what: 'has-snapshots' } : undefined;
    }
    case 'create-nat-network':
      return foreign.natNetworks.some(({ name }) => name === operation.network.name) ? notOurs : undefined;
    case 'configure-nat-network':
      return natNetworks.some(({ name }) => name === operation.network.name) ? undefined : notOurs;
    case 'delete-nat-network':
    case 'delete-dhcp-server': {
      const { kind, name } = operation;
      if (!natNetworks.some((network) => network.name === name) && !dhcpServers.includes(name))
        return notOurs;
      const user = foreign.machines.find((machine) => machine.natNetworks.includes(name));
      return kind === 'delete-nat-network' && user
        ? { what: 'network-used', values: { machine: user.name } }
        : undefined;
    }
  }
}

function callProblem(what: CallProblem, command: string, name: string, operation: Operation): Diagnostic {
  const at = placeOf(operation);
  switch (what.kind) {
    case 'refused':
      return problem('command-failed', { command, text: what.text }, at);
    case 'locked':
      return problem('machine-locked', { name }, at);
    case 'hung':
      return problem('command-hung', { command, seconds: what.seconds }, at);
    case 'cancelled':
      return problem('cancelled', { command }, at);
  }
}
