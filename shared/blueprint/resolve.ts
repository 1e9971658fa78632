import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { formatCidr, parseCidr } from '../ip/address.ts';
import { mintMac, parseMac } from '../ip/mac.ts';
import { isPort, parsePorts } from '../ip/ports.ts';
import type { Device, Interface, Topology } from '../model/topology.ts';
import { isSwitchPort } from '../network/ports.ts';
import { type Wire, wires } from '../network/segments.ts';
import { thisComputer } from '../network/this-computer.ts';
import type {
  Blueprint,
  BlueprintForward,
  BlueprintGateway,
  BlueprintMachine,
  BlueprintPort,
  BlueprintSegment,
} from './blueprint.ts';
import { elsewhereOf, leftOutOf, notMadeHere } from './left-out.ts';

export const defaultCpus = 1;
export const defaultMemoryMiB = 1024;

/** What a design means for one host: every default filled in, every reference resolved. Lists in order of id. */
export function resolveBlueprint(topology: Topology): Blueprint {
  const lab = rowOf(topology.lab, 'lab');
  if (!lab) throw new RangeError('a topology without its lab row');
  const computer = thisComputer(topology);
  const portsOf = groupBy(sortedRows(topology.interfaces), ([, row]) => row.device);
  const world = wiring(topology);
  const macs = cardMacs(topology, lab.id);
  const machines: BlueprintMachine[] = [];
  const gateways: BlueprintGateway[] = [];
  for (const [id, device] of sortedRows(topology.devices)) {
    if (notMadeHere(device, computer)) continue;
    if (device.kind === 'router' && device.engine === 'nat') {
      gateways.push(toGateway(topology, id, device, portsOf.get(id) ?? [], world));
    } else if (device.kind !== 'switch') {
      const ports = (portsOf.get(id) ?? []).filter(([, row]) => row.parent === undefined);
      machines.push({
        device: id,
        name: device.name,
        os: device.os,
        cpus: device.cpus ?? defaultCpus,
        memoryMiB: device.memoryMiB ?? defaultMemoryMiB,
        ports: ports.map(([port, row]) => toPort(topology, port, row, macs.get(port) ?? '', world)),
      });
    }
  }
  const segments = segmentsInUse(topology, machines, gateways, world);
  return {
    lab: { id: lab.id, name: lab.name },
    machines,
    segments,
    gateways,
    leftOut: leftOutOf(topology, computer),
    elsewhere: elsewhereOf(topology, computer),
  };
}

interface Wiring {
  readonly wireOf: ReadonlyMap<string, Wire>;
  readonly cabled: ReadonlySet<string>;
  /** The port at the other end of a cable. */
  readonly peerOf: ReadonlyMap<string, string>;
  /** Sub-interfaces by the card they sit on. */
  readonly tagsOn: ReadonlyMap<string | undefined, readonly Interface[]>;
}

/** What is cabled to what, with unplugged cables counted as plugged: a card that is unplugged still has its network. */
function wiring(topology: Topology): Wiring {
  const wireOf = new Map<string, Wire>();
  for (const wire of wires(topology, { unplugged: 'joined' }))
    for (const id of wire.interfaces) wireOf.set(id, wire);
  const peerOf = new Map<string, string>();
  for (const { a, b } of Object.values(topology.links)) {
    if (!rowOf(topology.interfaces, a) || !rowOf(topology.interfaces, b)) continue;
    peerOf.set(a, b);
    peerOf.set(b, a);
  }
  const tagsOn = groupBy(Object.values(topology.interfaces), ({ parent }) => parent);
  return { wireOf, cabled: new Set(peerOf.keys()), peerOf, tagsOn };
}

function segmentOf(id: string, world: Wiring): string | undefined {
  return world.cabled.has(id) ? world.wireOf.get(id)?.id : undefined;
}

/** The first MAC that a seed gives, kept with the row: to hash thousands again after every edit would be felt. */
function firstMac(row: Interface, seed: string): string {
  const known = firstMacs.get(row);
  if (known?.seed === seed) return known.mac;
  const mac = mintMac(seed);
  firstMacs.set(row, { seed, mac });
  return mac;
}

const firstMacs = new WeakMap<Interface, { readonly seed: string; readonly mac: string }>();

/** The MAC of each card: the one given, else one that no other card of the lab has. */
function cardMacs(topology: Topology, labId: string): ReadonlyMap<string, string> {
  const macs = new Map<string, string>();
  const cards = sortedRows(topology.interfaces).filter(([, row]) => row.parent === undefined);
  for (const [id, row] of cards) {
    const given = row.mac === undefined ? undefined : parseMac(row.mac);
    if (given !== undefined) macs.set(id, given);
  }
  const taken = new Set(macs.values());
  for (const [id, row] of cards) {
    if (macs.has(id)) continue;
    const seed = `${labId} ${id}`;
    const first = firstMac(row, seed);
    const minted = taken.has(first) ? mintMac(seed, (mac) => taken.has(mac)) : first;
    taken.add(minted);
    macs.set(id, minted);
  }
  return macs;
}

function toPort(topology: Topology, id: string, row: Interface, mac: string, world: Wiring): BlueprintPort {
  const peer = rowOf(topology.interfaces, world.peerOf.get(id));
  const peerDevice = rowOf(topology.devices, peer?.device);
  const aware = peer !== undefined && isSwitchPort(topology, peer) && peerDevice?.vlanAware !== false;
  const addresses = (row.addresses ?? [])
    .map((text) => text.trim())
    .filter((text) => parseCidr(text) !== undefined);
  return {
    interface: id,
    name: row.name,
    mac,
    adapter: row.adapter,
    mtu: row.mtu,
    connected: row.connected !== false,
    segment: segmentOf(id, world),
    addresses,
    dhcp: row.dhcp === true || addresses.length === 0,
    tags: aware ? (world.tagsOn.get(id) ?? []).flatMap(({ tag }) => tag ?? []).sort((a, b) => a - b) : [],
  };
}

function toGateway(
  topology: Topology,
  id: string,
  device: Device,
  ports: readonly [string, Interface][],
  world: Wiring,
): BlueprintGateway {
  const inside = ports.filter(([, row]) => row.shares === undefined && row.parent === undefined);
  const addresses = inside.flatMap(([, row]) =>
    (row.addresses ?? []).flatMap((text) => parseCidr(text.trim()) ?? []),
  );
  const address = addresses.find((one) => one.address.version === 4);
  return {
    device: id,
    name: device.name,
    isolated: device.isolated === true,
    segments: [...new Set(inside.flatMap(([port]) => segmentOf(port, world) ?? []))],
    insideAddress: address && formatCidr(address),
    forwards: sortedRows(topology.nat).flatMap(([rule, row]) =>
      row.device === id && row.kind === 'port-forward' ? toForwards(rule, row) : [],
    ),
  };
}

/** One forward for each port of a range; ports that do not exist are left out, a rule has named them. */
function toForwards(id: string, row: Topology['nat'][string]): BlueprintForward[] {
  const listen = row.listenPort === undefined ? undefined : parsePorts(row.listenPort);
  const inside = row.insidePort === undefined ? undefined : parsePorts(row.insidePort);
  if (!listen || !inside || !isPort(listen.first) || !isPort(listen.last)) return [];
  const several = listen.first !== listen.last;
  return Array.from({ length: listen.last - listen.first + 1 }, (_, index) => ({
    id: several ? `${id}-${index + 1}` : id,
    rule: id,
    protocol: row.protocol ?? 'tcp',
    listenAddress: row.listenAddress ?? '',
    listenPort: listen.first + index,
    insideAddress: row.insideAddress ?? '',
    insidePort: inside.first === inside.last ? inside.first : inside.first + index,
  })).filter(({ insidePort }) => isPort(insidePort));
}

function segmentsInUse(
  topology: Topology,
  machines: readonly BlueprintMachine[],
  gateways: readonly BlueprintGateway[],
  world: Wiring,
): BlueprintSegment[] {
  const used = new Set([
    ...machines.flatMap(({ ports }) => ports.flatMap(({ segment }) => segment ?? [])),
    ...gateways.flatMap(({ segments }) => segments),
  ]);
  const all = new Map([...world.wireOf.values()].map((wire) => [wire.id, wire]));
  return [...used].sort().map((id) => {
    const wire = all.get(id);
    return {
      id,
      gateway: gateways.find(({ segments }) => segments.includes(id))?.device,
      outside: wire && outsideOf(topology, wire),
    };
  });
}

function outsideOf(topology: Topology, wire: Wire): string | undefined {
  const ends = wire.interfaces.flatMap((id) => rowOf(topology.interfaces, id)?.device ?? []);
  const switches = wire.bridges.map((bridge) => bridge.switch);
  return [...ends, ...switches].find((id) => {
    const device = rowOf(topology.devices, id);
    return device?.kind === 'host' || device?.kind === 'internet' || device?.physical === true;
  });
}
