import { digestOf } from '../../base/digest.ts';
import { sameValue } from '../../base/json.ts';
import type { Blueprint } from '../../blueprint/blueprint.ts';
import { type Message, message } from '../../messages/message.ts';
import { isElsewhere } from '../../plan/empty.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Purpose } from '../target.ts';
import { machineChanges, machineFields, networkChanges, networkFields } from './fields.ts';
import { sameCard, sameNetwork } from './holds.ts';
import type { MachineSettings, Operation } from './operation.ts';
import { machineUuid } from './names.ts';
import { type Draft, draft, inOrder } from './order.ts';
import type { NatNetwork, Observed, ObservedMachine } from './state.ts';
import { wanted, type Wanted, type WantedMachine } from './wanted.ts';

function settingsToChange(wish: WantedMachine, is: ObservedMachine): MachineSettings {
  return {
    ...(wish.name !== is.name && { name: wish.name }),
    ...(wish.group !== is.group && { group: wish.group }),
    ...(wish.os !== is.os && { os: wish.os }),
    ...(wish.cpus !== is.cpus && { cpus: wish.cpus }),
    ...(wish.memoryMiB !== is.memoryMiB && { memoryMiB: wish.memoryMiB }),
    cards: wish.cards.flatMap((card) => {
      const before = is.cards.find(({ slot }) => slot === card.slot);
      if (before && sameCard(card, before)) return [];
      return [{ card, deleteRules: before?.ruleNames ?? [] }];
    }),
  };
}

function machineDraft(
  labId: string,
  wish: WantedMachine,
  is: ObservedMachine | undefined,
): Draft | undefined {
  const subject = `machine/${wish.name}`;
  if (!is) {
    return draft('create', subject, { kind: 'create-machine', labId, machine: wish }, machineFields(wish));
  }
  const settings = settingsToChange(wish, is);
  const isEqual = sameValue(settings, { cards: [] });
  if (isEqual && is.marked) return undefined;
  const { uuid, device, name } = wish;
  const operation: Operation = {
    kind: 'configure-machine',
    labId,
    uuid,
    device,
    name,
    mark: !is.marked,
    settings,
  };
  return draft('update', subject, operation, machineChanges(wish, is));
}

function networkDraft(labId: string, wish: NatNetwork, observed: Observed): Draft | undefined {
  const subject = `network/${wish.name}`;
  const hasDhcp = observed.dhcpServers.includes(wish.name);
  const is = observed.natNetworks.find(({ name }) => name === wish.name);
  if (!is) {
    const operation: Operation = { kind: 'create-nat-network', labId, network: wish, removeDhcp: hasDhcp };
    return draft('create', subject, operation, networkFields(wish));
  }
  if (sameNetwork(wish, is)) return undefined;
  // A change of subnet also rewrites the rules that stay, and VirtualBox never moves the DHCP server along.
  const moved = wish.cidr !== is.cidr;
  const stays = (name: string): boolean => {
    const [before, after] = [is, wish].map(({ forwards }) =>
      forwards.find((forward) => forward.name === name),
    );
    return !moved && before !== undefined && sameValue(before, after);
  };
  const operation: Operation = {
    kind: 'configure-nat-network',
    labId,
    network: wish,
    deleteRules: is.forwards.map(({ name }) => name).filter((name) => !stays(name)),
    addRules: wish.forwards.map(({ name }) => name).filter((name) => !stays(name)),
    removeDhcp: hasDhcp && moved,
  };
  return draft('update', subject, operation, networkChanges(wish, is));
}

/** Why a machine that is still drawn is not wanted here any more. */
function reasonsOf({ lab, leftOut }: Blueprint): ReadonlyMap<string, Message> {
  return new Map(
    leftOut
      .filter(isElsewhere)
      .map(({ device, reason, host = '' }) => [
        machineUuid(lab.id, device),
        message(`target/virtualbox/reason/${reason}`, { host }),
      ]),
  );
}

function deletions(
  labId: string,
  wish: Wanted,
  observed: Observed,
  reasons: ReadonlyMap<string, Message>,
): Draft[] {
  const keepMachine = new Set(wish.machines.map(({ uuid }) => uuid));
  const keepNetwork = new Set(wish.natNetworks.map(({ name }) => name));
  const machines = observed.machines
    .filter(({ uuid }) => !keepMachine.has(uuid))
    .map((is) => {
      const operation: Operation = {
        kind: 'delete-machine',
        labId,
        uuid: is.uuid,
        name: is.name,
        detach: is.disks,
      };
      const fields = machineFields(is).map(({ field, after }) => ({ field, before: after }));
      const step = draft('delete', `machine/${is.name}`, operation, fields);
      const reason = reasons.get(is.uuid);
      return reason ? { ...step, reason } : step;
    });
  const networks = observed.natNetworks
    .filter(({ name }) => !keepNetwork.has(name))
    .map((is) => {
      const removeDhcp = observed.dhcpServers.includes(is.name);
      const operation: Operation = { kind: 'delete-nat-network', labId, name: is.name, removeDhcp };
      const fields = networkFields(is).map(({ field, after }) => ({ field, before: after }));
      return draft('delete', `network/${is.name}`, operation, fields);
    });
  const servers = observed.dhcpServers
    .filter(
      (name) => !keepNetwork.has(name) && !observed.natNetworks.some((network) => network.name === name),
    )
    .map((name) => draft('delete', `dhcp/${name}`, { kind: 'delete-dhcp-server', labId, name }, []));
  return [...machines, ...networks, ...servers];
}

/** Steps from what VirtualBox has of this lab to what it should have; with `destroy` that is nothing. */
export function plan(blueprint: Blueprint, observed: Observed, purpose: Purpose): Plan<Operation> {
  const labId = blueprint.lab.id;
  const wish: Wanted = purpose === 'destroy' ? { machines: [], natNetworks: [] } : wanted(blueprint);
  const drafts = [
    ...wish.natNetworks.map((network) => networkDraft(labId, network, observed)),
    ...wish.machines.map((machine) =>
      machineDraft(
        labId,
        machine,
        observed.machines.find(({ uuid }) => uuid === machine.uuid),
      ),
    ),
    ...deletions(labId, wish, observed, purpose === 'destroy' ? new Map() : reasonsOf(blueprint)),
  ].filter((step) => step !== undefined);
  return {
    target: 'virtualbox',
    basis: digestOf({ blueprint, observed, purpose }),
    steps: inOrder(drafts, observed),
  };
}
