import { rowOf } from '../../../shared/base/by-id.ts';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import type { Design } from '../../../shared/model/design.ts';
import { interfacesByDevice } from '../../../shared/model/edit/ports.ts';
import type { Device, Interface } from '../../../shared/model/topology.ts';
import { keptAddresses } from '../../../shared/network/dhcp.ts';
import type { Network } from '../../../shared/network/network.ts';

/** One device as a line of the list; words are chosen where it is drawn. */
export interface ListRow {
  readonly id: string;
  readonly device: Device;
  /** The host drawn in the lab that runs it; undefined for this computer. */
  readonly host: string | undefined;
  /** `eth0 10.0.10.11/24`, `eth1 DHCP`; of a switch, how many ports. */
  readonly interfaces: readonly string[];
  readonly ports: number;
  readonly vlans: readonly number[];
  /** Names of the devices at the other ends of its cables. */
  readonly cabledTo: readonly string[];
  readonly problems: readonly Diagnostic[];
}

export interface ListInput {
  readonly design: Design;
  readonly network: Network;
  readonly byDevice: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Every device of the lab with what it is part of. */
export function listRows({ design, network, byDevice }: ListInput): ListRow[] {
  const interfaces = interfacesByDevice(design);
  const peers = peersByDevice(design);
  const kept = keptAddresses(design);
  return Object.entries(design.devices).map(([id, device]) => {
    const cards = interfaces.get(id) ?? [];
    return {
      id,
      device,
      host: rowOf(design.devices, device.on)?.name,
      interfaces: device.kind === 'switch' ? [] : cards.map(([card, row]) => cardText(row, kept.get(card))),
      ports: cards.length,
      vlans: [...new Set(cards.flatMap(([card, row]) => vlansOf(device, card, row, network)))].sort(
        (a, b) => a - b,
      ),
      cabledTo: [...(peers.get(id) ?? [])],
      problems: byDevice.get(id) ?? [],
    };
  });
}

/** Its name with its addresses, else the one that DHCP keeps for it, else that it asks for one. */
function cardText({ name, addresses = [], dhcp }: Interface, kept: string | undefined): string {
  const asked = kept ?? (dhcp === true ? 'DHCP' : undefined);
  return [name, ...addresses, ...(addresses.length === 0 && asked !== undefined ? [asked] : [])].join(' ');
}

/** The VLANs a port names, or those of the segment that a machine hears. */
function vlansOf(device: Device, card: string, row: Interface, network: Network): number[] {
  if (device.kind === 'switch') {
    if (device.vlanAware === false) return [];
    return row.mode === 'trunk' ? known(row.nativeVlan) : [row.vlan ?? 1];
  }
  const bridges = network.segmentOf.get(card)?.bridges ?? [];
  return bridges.flatMap(({ vlan, aware }) => (aware ? known(vlan) : []));
}

function peersByDevice(design: Design): Map<string, Set<string>> {
  const peers = new Map<string, Set<string>>();
  const add = (from: string | undefined, to: string | undefined) => {
    const name = rowOf(design.devices, to)?.name;
    if (from === undefined || name === undefined) return;
    const names = peers.get(from) ?? new Set();
    peers.set(from, names.add(name));
  };
  for (const { a, b } of Object.values(design.links)) {
    const [here, there] = [rowOf(design.interfaces, a)?.device, rowOf(design.interfaces, b)?.device];
    add(here, there);
    add(there, here);
  }
  return peers;
}

function known(vlan: number | undefined): number[] {
  return vlan === undefined ? [] : [vlan];
}
