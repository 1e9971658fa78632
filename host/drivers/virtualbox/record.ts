import { rmdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Operation } from '../../../shared/targets/virtualbox/operation.ts';
import type { Observed } from '../../../shared/targets/virtualbox/state.ts';
import type { Ledger } from '../../ledger.ts';

/** Writes what is about to be made into the ledger, so that a crash cannot leave an object nobody knows. */
export async function recordBefore(ledger: Ledger, operation: Operation, observed: Observed): Promise<void> {
  if (operation.kind === 'create-machine') await ledger.set('machines', operation.machine.uuid, 'creating');
  if (operation.kind === 'create-nat-network') {
    const { name, cidr } = operation.network;
    await ledger.set('networks', name, { state: 'creating', subnets: [cidr] });
  }
  if (operation.kind === 'configure-nat-network') {
    const { name, cidr } = operation.network;
    const before = observed.natNetworks.find((network) => network.name === name)?.cidr;
    const subnets = before === undefined || before === cidr ? [cidr] : [before, cidr];
    await ledger.set('networks', name, { state: 'made', subnets });
  }
}

/** Takes back what `recordBefore` wrote when nothing was made: another's object of that name must not become ours. */
export async function forgetUnmade(ledger: Ledger, operation: Operation, observed: Observed): Promise<void> {
  if (operation.kind === 'create-machine') {
    const { uuid } = operation.machine;
    const isThere = [...observed.machines, ...observed.unreadable].some((one) => one.uuid === uuid);
    if (!isThere) await ledger.remove('machines', uuid);
  }
  if (operation.kind === 'create-nat-network') {
    const { name } = operation.network;
    const isThere =
      observed.natNetworks.some((network) => network.name === name) || observed.dhcpServers.includes(name);
    if (!isThere) await ledger.remove('networks', name);
  }
}

/** Writes what is now certain: made and marked, or gone. */
export async function recordAfter(ledger: Ledger, operation: Operation): Promise<void> {
  switch (operation.kind) {
    case 'create-machine':
      return ledger.set('machines', operation.machine.uuid, 'made');
    case 'configure-machine':
      return ledger.set('machines', operation.uuid, 'made');
    case 'delete-machine':
      return ledger.remove('machines', operation.uuid);
    case 'create-nat-network':
    case 'configure-nat-network':
      return ledger.set('networks', operation.network.name, {
        state: 'made',
        subnets: [operation.network.cidr],
      });
    case 'delete-nat-network':
    case 'delete-dhcp-server':
      return ledger.remove('networks', operation.name);
  }
}

/**
 * Removes the folder of a lab's group, and the one above it, when the last machine left them empty: VirtualBox
 * does not. Only `…/netloom/<lab>` is ever removed, and `rmdir` refuses a folder with anything in it.
 */
export async function removeEmptyFolders(machineFile: string): Promise<void> {
  const lab = dirname(dirname(machineFile));
  const parent = dirname(lab);
  if (basename(parent) !== 'netloom') return;
  try {
    await rmdir(lab);
    await rmdir(parent);
  } catch {
    // Not empty, or gone already: either is as it should be.
  }
}
