import { sameValue } from '../../base/json.ts';
import { allSettings, commands, type MachineSettings, type Operation } from './operation.ts';
import type { Attachment, Card, NatNetwork, Observed, ObservedMachine } from './state.ts';

/** Whether two cards are the same to a guest; a card that is switched off has no other settings. */
export function sameCard(a: Card, b: Card): boolean {
  if (!sameValue(a.attachment, b.attachment)) return false;
  if (a.attachment.kind === 'none') return true;
  return (
    a.mac === b.mac && a.type === b.type && a.connected === b.connected && a.promiscuous === b.promiscuous
  );
}

export function sameNetwork(a: NatNetwork, b: NatNetwork): boolean {
  return sameValue(a, b);
}

/** The network an attachment names, for texts; undefined where it names none. */
export function networkOfCard(attachment: Attachment): string | undefined {
  return attachment.kind === 'intnet' || attachment.kind === 'natnetwork' ? attachment.network : undefined;
}

function hasSettings(machine: ObservedMachine, settings: MachineSettings): boolean {
  const { name, group, os, cpus, memoryMiB, cards } = settings;
  const same = <Value>(wish: Value | undefined, is: Value): boolean => wish === undefined || wish === is;
  return (
    same(name, machine.name) &&
    same(group, machine.group) &&
    same(os, machine.os) &&
    same(cpus, machine.cpus) &&
    same(memoryMiB, machine.memoryMiB) &&
    cards.every(({ card }) => {
      const is = machine.cards.find(({ slot }) => slot === card.slot);
      return is !== undefined && sameCard(card, is);
    })
  );
}

/**
 * Whether the wished state is there once the first `done` commands of an operation have run; by default all.
 * VBoxManage ends with code 0 after some failures and may stay ten seconds after success, so this is what counts.
 */
export function holds(
  operation: Operation,
  observed: Observed,
  done: number = commands(operation).length,
): boolean {
  const machine = (uuid: string) => observed.machines.find((one) => one.uuid === uuid);
  const network = (name: string) => observed.natNetworks.find((one) => one.name === name);
  const hasDhcp = (name: string): boolean => observed.dhcpServers.includes(name);
  switch (operation.kind) {
    case 'create-machine': {
      const is = machine(operation.machine.uuid);
      if (!is) return false;
      if (done === 1) return true;
      return is.marked && (done === 2 || hasSettings(is, allSettings(operation.machine)));
    }
    case 'configure-machine': {
      const is = machine(operation.uuid);
      if (!is || (operation.mark && !is.marked)) return false;
      return (
        (operation.mark && done === 1 && commands(operation).length > 1) ||
        hasSettings(is, operation.settings)
      );
    }
    case 'delete-machine': {
      const is = machine(operation.uuid);
      if (!is) return !observed.unreadable.some(({ uuid }) => uuid === operation.uuid);
      const out = operation.detach.slice(0, done);
      const isIn = ({ controller, port, device }: (typeof out)[number]): boolean =>
        is.disks.some(
          (disk) => disk.controller === controller && disk.port === port && disk.device === device,
        );
      return done <= operation.detach.length && !out.some(isIn);
    }
    case 'create-nat-network': {
      if (operation.removeDhcp && done === 1) return !hasDhcp(operation.network.name);
      const is = network(operation.network.name);
      return is !== undefined && sameNetwork(is, operation.network);
    }
    case 'configure-nat-network': {
      if (operation.removeDhcp && done === 1) return !hasDhcp(operation.network.name);
      const is = network(operation.network.name);
      return is !== undefined && sameNetwork(is, operation.network);
    }
    case 'delete-nat-network':
      return network(operation.name) === undefined && (done === 1 || !hasDhcp(operation.name));
    case 'delete-dhcp-server':
      return !hasDhcp(operation.name);
  }
}
