import type { Address, Cidr } from '../ip/address.ts';
import type { AddressRange } from '../ip/pool.ts';
import type { HostPort } from '../model/host-ports.ts';
import type { Interface, Subnet } from '../model/topology.ts';
import type { Loop } from './loops.ts';

/** An address that an interface holds, in the order typed. */
export interface HeldAddress {
  readonly interface: string;
  readonly device: string;
  /** Index in the interface's `addresses`. */
  readonly index: number;
  readonly cidr: Cidr;
}

/**
 * A broadcast domain: interfaces that hear each other, both ways. Switch ports are not members; the (switch, VLAN)
 * pairs that it runs through are `bridges`.
 */
export interface Segment {
  /** `<switch>-v<vlan>` of its first bridge, else the id of its first interface. Stable under edits elsewhere. */
  readonly id: string;
  /** Routed interfaces and sub-interfaces, by id. */
  readonly interfaces: readonly { readonly id: string; readonly row: Interface }[];
  readonly bridges: readonly {
    readonly switch: string /** Undefined for untagged frames of a VLAN-unaware switch. */;
    readonly vlan: number | undefined;
    readonly aware: boolean;
  }[];
  /** Addresses that parse, by interface id, then as typed. */
  readonly addresses: readonly HeldAddress[];
  /** Subnet rows of this segment, by id. */
  readonly subnets: readonly {
    readonly id: string;
    readonly row: Subnet;
    readonly prefix: Cidr;
    readonly gateway: Address | undefined;
  }[];
}

/** One line of a device's routing table. */
export interface RouteEntry {
  readonly destination: Cidr;
  /** Undefined where the destination is on the wire itself. */
  readonly via: Address | undefined;
  /** The interface it leaves by; undefined when the next hop is in no connected prefix. */
  readonly interface: string | undefined;
  readonly metric: number;
  readonly origin: 'connected' | 'static' | 'gateway';
  /** The row of `routes`, where it is from one. */
  readonly row: string | undefined;
  readonly active: boolean;
}

/** What a DHCP server may hand out for one subnet. */
export interface DhcpScope {
  readonly subnet: string;
  readonly row: Subnet;
  readonly prefix: Cidr;
  readonly server: string;
  /** Those that can be read, as typed. */
  readonly pools: readonly AddressRange[];
  readonly reservations: readonly {
    readonly id: string;
    readonly address: Address;
    /** Twelve digits. */
    readonly mac: string | undefined;
    /** The interface it is for; undefined for one that is not drawn. */
    readonly interface: string | undefined;
  }[];
}

/** Facts that follow from a topology. What not every analysis needs is worked out when it is first asked for. */
export interface Network {
  /** In order of id; an interface with no cable is alone in its segment. */
  readonly segments: readonly Segment[];
  readonly segmentOf: ReadonlyMap<string, Segment>;
  /** Owners of an address by its key, over the whole lab. */
  readonly owners: ReadonlyMap<string, readonly HeldAddress[]>;
  /** In order of rule id. */
  readonly hostPorts: readonly HostPort[];
  /** By subnet id. */
  readonly scopes: readonly DhcpScope[];
  readonly loops: readonly Loop[];
  /** The routing domain of a segment: segments of one domain route to each other without translation. */
  readonly domains: ReadonlyMap<string, number>;
  /** For each segment, the cables that lie between two of its members. */
  readonly ways: ReadonlyMap<string, ReadonlySet<string>>;
  /** A device's routes, most specific first; empty for one that is not there. */
  routesOf(device: string): readonly RouteEntry[];
}
