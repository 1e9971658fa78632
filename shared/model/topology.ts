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
  /** Size of a new, empty disk. */
  readonly diskGiB?: number | undefined;
  /** A machine of the platform that is copied, or a disk image file; of the two the template counts. */
  readonly template?: string | undefined;
  readonly image?: string | undefined;
  /** A router that is a service of the hypervisor, never a machine. */
  readonly engine?: 'nat' | undefined;
  /** With `engine: nat`: each cabled machine gets a NAT of its own. */
  readonly isolated?: boolean | undefined;
  /** Switches; default true. */
  readonly vlanAware?: boolean | undefined;
  /** A switch of metal, which no hypervisor makes. */
  readonly physical?: boolean | undefined;
  /** Spanning tree of a switch; default `none`. */
  readonly stpMode?: 'none' | 'stp' | 'rstp' | 'mstp' | 'pvst' | undefined;
  /** 0 to 61,440 in steps of 4,096 (IEEE 802.1D-2004 section 17.14); default 32,768. */
  readonly stpPriority?: number | undefined;
  /** `10=4096`: the priority for one VLAN (pvst) or instance (mstp). */
  readonly stpPriorities?: readonly string[] | undefined;
  readonly stpRegion?: string | undefined;
  /** What happens to traffic that no firewall rule names; default `accept`. */
  readonly inputPolicy?: Policy | undefined;
  readonly forwardPolicy?: Policy | undefined;
  readonly outputPolicy?: Policy | undefined;
}

export type Policy = 'accept' | 'drop';
export type Protocol = 'tcp' | 'udp';

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
  /** Spanning tree: goes to forwarding at once, since only a host is behind it. */
  readonly edge?: boolean | undefined;
  readonly bpduGuard?: boolean | undefined;
  readonly stpCost?: number | undefined;
  /** A routing table of its own; interfaces of different tables do not route to each other. */
  readonly vrf?: string | undefined;
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
  readonly zone?: string | undefined;
  /** DHCP: the device that serves this subnet; absent means that nobody does. */
  readonly dhcpServer?: string | undefined;
  /** `10.0.0.100-10.0.0.199` each; with a server and without a pool, only reservations are answered. */
  readonly dhcpPools?: readonly string[] | undefined;
  readonly dnsServers?: readonly string[] | undefined;
  /** Default 86,400. */
  readonly leaseSeconds?: number | undefined;
  /** `66=10.0.0.5`: option code and value (RFC 2132). */
  readonly dhcpOptions?: readonly string[] | undefined;
}

/** An address that DHCP keeps for one interface, named by its row or by its MAC. */
export interface Reservation {
  readonly subnet: string;
  readonly interface?: string | undefined;
  readonly mac?: string | undefined;
  readonly address: string;
}

/** A static route. Without `via` the destination is on the interface itself. */
export interface Route {
  readonly device: string;
  /** CIDR text; `0.0.0.0/0` or `::/0` is the default route. */
  readonly destination: string;
  readonly via?: string | undefined;
  readonly interface?: string | undefined;
  /** Lower wins; default 1. */
  readonly metric?: number | undefined;
  /** The next hop counts as reachable although no prefix of the interface holds it. */
  readonly onLink?: boolean | undefined;
}

/** One rule of a device's packet filter; the first that matches decides. */
export interface FirewallRule {
  readonly device: string;
  /** Rules of a device and direction run in this order, then by id. */
  readonly order: number;
  readonly action: 'accept' | 'drop' | 'reject';
  readonly direction: 'in' | 'out' | 'forward';
  /** Address or prefix; absent means any. */
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
  readonly protocol?: Protocol | 'icmp' | undefined;
  /** Destination ports: `80`, `8000-8080`, several with commas. */
  readonly ports?: string | undefined;
  /** Connection states: `new`, `established`, `related`; absent means any. */
  readonly states?: readonly string[] | undefined;
}

/** Something that listens on a device. */
export interface Service {
  readonly device: string;
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
  /** Absent means every address of the device. */
  readonly address?: string | undefined;
  readonly tls?: boolean | undefined;
  readonly keepaliveSeconds?: number | undefined;
}

/** A tunnel between two devices, each with the interface inside and the one that carries it. */
export interface Tunnel {
  readonly kind: 'wireguard' | 'openvpn' | 'vxlan' | 'gre' | 'ipsec' | 'ipip';
  readonly a: string;
  readonly b: string;
  /** Largest IP packet inside, in bytes; default what the carriers leave. */
  readonly innerMtu?: number | undefined;
  readonly port?: number | undefined;
}

/** Interfaces of one device that act as one. */
export interface Bond {
  readonly device: string;
  readonly name: string;
  readonly members: readonly string[];
  /** The row that has the addresses or VLANs of the whole; it takes no cable. Absent: the first member's count. */
  readonly interface?: string | undefined;
  readonly mode: 'lacp' | 'static' | 'active-backup';
}

/** A router that passes DHCP requests of an interface's segment on to a server elsewhere. */
export interface Relay {
  readonly device: string;
  readonly interface: string;
  readonly server: string;
}

/** A security zone. */
export interface Zone {
  readonly name: string;
  /** 0, the outside world, to 100. */
  readonly trust: number;
}

/** An address that several interfaces answer for. */
export interface VirtualAddress {
  readonly address: string;
  readonly protocol: 'vrrp' | 'hsrp' | 'carp' | 'anycast';
  readonly members: readonly string[];
  /** Group number of VRRP and HSRP, 1 to 255. */
  readonly group?: number | undefined;
}

/** A class of traffic on an interface. */
export interface QosClass {
  readonly interface: string;
  readonly name: string;
  /** What belongs to it: `udp 5060`, a prefix, or absent for the rest. */
  readonly match?: string | undefined;
  /** 0 to 63 (RFC 2474). */
  readonly dscp?: number | undefined;
  /** Guaranteed share of the interface, in percent. */
  readonly sharePercent?: number | undefined;
}

/** Public addresses that devices share. */
export interface PublicPool {
  /** Prefixes or single addresses. */
  readonly addresses: readonly string[];
  /** Who may use them; absent means every NAT service. */
  readonly devices?: readonly string[] | undefined;
  /** Ports that each machine gets of an address (RFC 7422); absent means no fixed blocks. */
  readonly blockSize?: number | undefined;
}

/** What must be reachable, or must not. */
export interface Expectation {
  readonly from: string;
  /** A device of the lab, or an address. */
  readonly to: string;
  readonly protocol?: Protocol | 'icmp' | undefined;
  readonly port?: number | undefined;
  /** Bytes of payload. */
  readonly sizeBytes?: number | undefined;
  readonly expect: 'reach' | 'deny';
}

/** A rule judged otherwise in this lab: everywhere, or at one row. */
export interface RuleSetting {
  readonly rule: string;
  readonly level: 'off' | 'hint' | 'warning' | 'error';
  /** Where: a table and the id of one of its rows. Absent means everywhere. */
  readonly table?: string | undefined;
  readonly row?: string | undefined;
  readonly reason: string;
}

export interface NatRule {
  readonly device: string;
  readonly kind: 'masquerade' | 'source' | 'port-forward' | 'static';
  readonly name?: string | undefined;
  /** The interface that it translates at; absent means the one with the default route. */
  readonly outside?: string | undefined;
  readonly publicAddress?: string | undefined;
  readonly pool?: string | undefined;
  /** Idle times after which a mapping is forgotten. */
  readonly tcpSeconds?: number | undefined;
  readonly udpSeconds?: number | undefined;
  readonly icmpSeconds?: number | undefined;
  /** Largest number of mappings. */
  readonly entries?: number | undefined;
  /** Whether the inside reaches a forward by its public address. */
  readonly hairpin?: boolean | undefined;
  readonly protocol?: Protocol | undefined;
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
  readonly reservations: Reservation;
  readonly routes: Route;
  readonly firewall: FirewallRule;
  readonly services: Service;
  readonly tunnels: Tunnel;
  readonly bonds: Bond;
  readonly relays: Relay;
  readonly zones: Zone;
  readonly virtualAddresses: VirtualAddress;
  readonly qos: QosClass;
  readonly publicPools: PublicPool;
  readonly expectations: Expectation;
  readonly checks: RuleSetting;
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
  'reservations',
  'routes',
  'firewall',
  'services',
  'tunnels',
  'bonds',
  'relays',
  'zones',
  'virtualAddresses',
  'qos',
  'publicPools',
  'expectations',
  'checks',
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
    last = Object.fromEntries(labTables.map((name) => [name, design[name]])) as unknown as Topology;
    return last;
  });
}
