import type { Address, Cidr } from '../ip/address.ts';
import type { PortRange } from '../ip/ports.ts';
import type { Interface, NatRule, Subnet } from '../model/topology.ts';

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

/** A port of a host's address that a forward occupies. */
export interface HostPort {
  readonly host: string | undefined;
  readonly rule: string;
  readonly row: NatRule;
  readonly protocol: 'tcp' | 'udp';
  /** Undefined for every address of the host. */
  readonly listenAddress: string | undefined;
  readonly ports: PortRange;
}

/** Facts that follow from a topology. */
export interface Network {
  /** In order of id; an interface with no cable is alone in its segment. */
  readonly segments: readonly Segment[];
  readonly segmentOf: ReadonlyMap<string, Segment>;
  /** Owners of an address by its key, over the whole lab. */
  readonly owners: ReadonlyMap<string, readonly HeldAddress[]>;
  /** In order of rule id. */
  readonly hostPorts: readonly HostPort[];
}
