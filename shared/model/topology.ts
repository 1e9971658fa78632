import type { Table } from '../base/by-id.ts';
import { memoLast } from '../base/memo.ts';

/** The lab itself: one row, kept under the id `lab`. */
export interface Lab {
  /** A random UUID given once when the lab is made; names derived from it are the same on every machine. */
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
}

export interface Device {
  /** An id of `shared/kinds`; an unknown kind is kept and drawn, and takes no part in the network. */
  readonly kind: string;
  /** One DNS label. */
  readonly name: string;
  /** The host that runs it; absent means this computer, which need not be drawn. */
  readonly on?: string | undefined;
  readonly platform?: string | undefined;
  readonly os?: string | undefined;
  readonly cpus?: number | undefined;
  readonly memoryMiB?: number | undefined;
  /** A router that is a service of the hypervisor, never a machine. */
  readonly engine?: 'nat' | undefined;
  /** With `engine: nat`: each cabled machine gets a NAT of its own. */
  readonly isolated?: boolean | undefined;
  /** Switches; default true. */
  readonly vlanAware?: boolean | undefined;
  /** A switch of metal, which no hypervisor makes. */
  readonly physical?: boolean | undefined;
}

export interface Interface {
  readonly device: string;
  readonly name: string;
  readonly mac?: string | undefined;
  /** Largest IP packet in bytes; default 1500. */
  readonly mtu?: number | undefined;
  /** Default: `access` on a switch, `routed` elsewhere. */
  readonly mode?: 'routed' | 'access' | 'trunk' | undefined;
  /** The VLAN of an access port; default 1. */
  readonly vlan?: number | undefined;
  /** The VLAN a trunk sends untagged; absent means untagged frames are dropped. */
  readonly nativeVlan?: number | undefined;
  /** `10,20,100-110` or `all`; default `all`. */
  readonly allowedVlans?: string | undefined;
  /** A VLAN sub-interface: the routed interface it sits on, and its tag. */
  readonly parent?: string | undefined;
  readonly tag?: number | undefined;
  /** CIDR texts as typed; may be malformed and survive a save all the same. */
  readonly addresses?: readonly string[] | undefined;
  readonly dhcp?: boolean | undefined;
  /** The virtual card: `virtio`, `82540EM`, … */
  readonly adapter?: string | undefined;
  /** Whether the cable is plugged in; default true. */
  readonly connected?: boolean | undefined;
  /** A host interface that is not a physical port. */
  readonly virtual?: boolean | undefined;
  /** The outside of a NAT engine: the host interface whose address it uses. */
  readonly shares?: string | undefined;
}

export interface Link {
  /** The two interfaces that the cable joins. */
  readonly a: string;
  readonly b: string;
  /** Limit of the medium in bytes of IP packet; default none. */
  readonly mtu?: number | undefined;
  readonly medium?: string | undefined;
}

export interface Vlan {
  /** 1 to 4094. */
  readonly id: number;
  readonly name?: string | undefined;
  readonly colour?: string | undefined;
}

export interface Subnet {
  /** CIDR text. */
  readonly prefix: string;
  readonly name?: string | undefined;
  readonly vlan?: number | undefined;
  readonly switch?: string | undefined;
  readonly gateway?: string | undefined;
  readonly purpose?: string | undefined;
}

export interface NatRule {
  readonly device: string;
  readonly kind: 'masquerade' | 'source' | 'port-forward' | 'static';
  readonly name?: string | undefined;
  readonly protocol?: 'tcp' | 'udp' | undefined;
  /** Absent means every address of the host. */
  readonly listenAddress?: string | undefined;
  /** A port, or a range such as `9000-9002`. */
  readonly listenPort?: number | string | undefined;
  readonly insideAddress?: string | undefined;
  readonly insidePort?: number | string | undefined;
}

/** Rows that are facts of the lab. */
export interface LabRows {
  readonly lab: Lab;
  readonly devices: Device;
  readonly interfaces: Interface;
  readonly links: Link;
  readonly vlans: Vlan;
  readonly subnets: Subnet;
  readonly nat: NatRule;
}

/** What the lab is, by id. Where it is drawn is not part of it. */
export type Topology = { readonly [Name in keyof LabRows]: Table<LabRows[Name]> };

export const labTables = [
  'lab',
  'devices',
  'interfaces',
  'links',
  'vlans',
  'subnets',
  'nat',
] as const satisfies (keyof LabRows)[];

/**
 * A function from anything that holds the lab tables to its topology. While none of the tables is replaced it gives
 * the same object, so that nothing below is computed again.
 */
export function createLabOf(): (design: Topology) => Topology {
  let last: Topology | undefined;
  return memoLast((design: Topology) => {
    const previous = last;
    if (previous && labTables.every((name) => previous[name] === design[name])) return previous;
    const { lab, devices, interfaces, links, vlans, subnets, nat } = design;
    last = { lab, devices, interfaces, links, vlans, subnets, nat };
    return last;
  });
}
