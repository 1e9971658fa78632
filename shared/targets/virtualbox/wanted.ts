import { byText } from '../../base/by-id.ts';
import type {
  Blueprint,
  BlueprintForward,
  BlueprintGateway,
  BlueprintMachine,
  BlueprintPort,
} from '../../blueprint/blueprint.ts';
import { type Cidr, formatAddress, formatCidr, parseAddress, parseCidr } from '../../ip/address.ts';
import { networkOf, prefixOf } from '../../ip/prefix.ts';
import { labGroup, machineUuid, networkName, ruleName } from './names.ts';
import { osType } from './os-type.ts';
import type { Attachment, Card, Forward, NatNetwork } from './state.ts';

/** How many cards a machine has with the chipset that every VirtualBox machine gets first. */
export const cardSlots = 8;

/** A machine as it should be. */
export interface WantedMachine {
  readonly uuid: string;
  readonly device: string;
  readonly name: string;
  readonly group: string;
  readonly os: string;
  readonly cpus: number;
  readonly memoryMiB: number;
  /** Slots 1 to 8, all of them. */
  readonly cards: readonly Card[];
}

export interface Wanted {
  readonly machines: readonly WantedMachine[];
  readonly natNetworks: readonly NatNetwork[];
}

/** The subnet VirtualBox gives a NAT that was told none. */
export const defaultNat = '10.0.2.0/24';

export const defaultAdapter = '82540EM';

const adapters: Readonly<Record<string, string>> = {
  virtio: 'virtio',
  'virtio-net': 'virtio',
  e1000: '82540EM',
  '82540em': '82540EM',
  '82543gc': '82543GC',
  '82545em': '82545EM',
  pcnet: 'Am79C973',
  am79c970a: 'Am79C970A',
  am79c973: 'Am79C973',
};

/** VirtualBox's name of a card; undefined for one it does not have. */
export function adapterType(adapter: string | undefined): string | undefined {
  const key = (adapter ?? defaultAdapter).toLowerCase();
  return Object.hasOwn(adapters, key) ? adapters[key] : undefined;
}

/** Addresses are written by people; VirtualBox compares texts. */
function plainAddress(text: string): string {
  const address = parseAddress(text.trim());
  return address ? formatAddress(address) : text.trim();
}

/** The subnet of a NAT, from its gateway's inside address. */
export function insideCidr(gateway: BlueprintGateway): Cidr | undefined {
  const cidr = parseCidr(gateway.insideAddress ?? (gateway.isolated ? defaultNat : ''));
  return cidr && prefixOf(cidr);
}

/** The address that the DHCP of a machine's own NAT always gives: the fifteenth. */
export function firstLease(cidr: Cidr): string {
  return formatAddress({ version: 4, value: networkOf(cidr).value + 15n });
}

function toForward(forward: BlueprintForward, insideAddress: string): Forward {
  return {
    name: ruleName(forward.id),
    protocol: forward.protocol,
    listenAddress: plainAddress(forward.listenAddress),
    listenPort: forward.listenPort,
    insideAddress: plainAddress(insideAddress),
    insidePort: forward.insidePort,
  };
}

const inOrder = (forwards: readonly Forward[]): Forward[] =>
  [...forwards].sort((a, b) => byText(a.name, b.name));

/** A machine's card on a segment. */
export interface Plug {
  readonly machine: BlueprintMachine;
  readonly port: BlueprintPort;
}

/** Cards on any of these segments, in order of machine and card. */
export function plugsOn(blueprint: Blueprint, segments: readonly string[]): Plug[] {
  return blueprint.machines.flatMap((machine) =>
    machine.ports
      .filter((port) => port.segment !== undefined && segments.includes(port.segment))
      .map((port) => ({ machine, port })),
  );
}

/**
 * The rules of an isolated gateway that end at this card: those to one of its addresses, or all when it is the only
 * card. A card without an address of its own gets its lease from the NAT, always the same one.
 */
export function isolatedForwards(
  blueprint: Blueprint,
  gateway: BlueprintGateway,
  port: BlueprintPort,
): Forward[] {
  const cidr = insideCidr(gateway);
  const own = port.addresses.flatMap((text) => {
    const address = parseCidr(text)?.address ?? parseAddress(text);
    return address ? [formatAddress(address)] : [];
  });
  const alone = plugsOn(blueprint, gateway.segments).length === 1;
  const lease = cidr && own.length === 0 ? firstLease(cidr) : undefined;
  return inOrder(
    gateway.forwards
      .filter(({ insideAddress }) => {
        const inside = plainAddress(insideAddress);
        return alone || own.includes(inside);
      })
      .map((forward) => toForward(forward, lease ?? forward.insideAddress)),
  );
}

function attachmentOf(blueprint: Blueprint, port: BlueprintPort): Attachment {
  const { segment } = port;
  if (segment === undefined) return { kind: 'null' };
  const gateways = blueprint.gateways.filter(({ segments }) => segments.includes(segment));
  const network = networkName(blueprint.lab.id, segment);
  if (gateways.some(({ isolated }) => !isolated)) return { kind: 'natnetwork', network };
  const isolated = gateways[0];
  if (!isolated) return { kind: 'intnet', network };
  const cidr = insideCidr(isolated);
  const forwards = isolatedForwards(blueprint, isolated, port);
  return { kind: 'nat', cidr: cidr ? formatCidr(cidr) : defaultNat, forwards };
}

export function emptyCard(slot: number): Card {
  const off = {
    attachment: { kind: 'none' },
    mac: '',
    type: '',
    connected: true,
    promiscuous: 'deny',
  } as const;
  return { slot, ...off };
}

function cardsOf(blueprint: Blueprint, machine: BlueprintMachine): Card[] {
  return Array.from({ length: cardSlots }, (_, index) => {
    const port = machine.ports[index];
    if (!port) return emptyCard(index + 1);
    return {
      slot: index + 1,
      attachment: attachmentOf(blueprint, port),
      mac: port.mac,
      type: adapterType(port.adapter) ?? defaultAdapter,
      connected: port.connected,
      promiscuous: 'deny',
    };
  });
}

function natNetworksOf(blueprint: Blueprint): NatNetwork[] {
  const networks = new Map<string, NatNetwork>();
  for (const gateway of blueprint.gateways) {
    const segment = gateway.segments[0];
    const cidr = insideCidr(gateway);
    if (gateway.isolated || segment === undefined || !cidr) continue;
    const name = networkName(blueprint.lab.id, segment);
    if (networks.has(name)) continue;
    const forwards = inOrder(gateway.forwards.map((forward) => toForward(forward, forward.insideAddress)));
    // VirtualBox's DHCP server hands out nearly the whole network, so it is left out where every address is given.
    const dhcp = plugsOn(blueprint, [segment]).some(({ port }) => port.dhcp);
    networks.set(name, { name, cidr: formatCidr(cidr), enabled: true, dhcp, forwards });
  }
  return [...networks.values()].sort((a, b) => byText(a.name, b.name));
}

/** The machines and NAT networks a lab should have in VirtualBox. */
export function wanted(blueprint: Blueprint): Wanted {
  const group = labGroup(blueprint.lab);
  const machines = blueprint.machines.map((machine) => ({
    uuid: machineUuid(blueprint.lab.id, machine.device),
    device: machine.device,
    name: machine.name,
    group,
    os: osType(machine.os),
    cpus: machine.cpus,
    memoryMiB: machine.memoryMiB,
    cards: cardsOf(blueprint, machine),
  }));
  return { machines, natNetworks: natNetworksOf(blueprint) };
}
