/** One way in and out of a machine, in the order of its cards. */
export interface BlueprintPort {
  readonly interface: string;
  readonly name: string;
  /** Twelve upper-case hex digits; minted from the lab and interface id where none is given. */
  readonly mac: string;
  readonly adapter?: string | undefined;
  /** Largest IP packet in bytes, where one is given. */
  readonly mtu?: number | undefined;
  /** Whether the cable is plugged in. */
  readonly connected: boolean;
  /** The wire it is cabled to; undefined for a card without a cable. */
  readonly segment?: string | undefined;
  /** Addresses as typed, those that parse. */
  readonly addresses: readonly string[];
  /** Whether it looks for a DHCP server: it is told to, or has no address of its own. */
  readonly dhcp: boolean;
  /** Tags of its VLAN sub-interfaces that a VLAN-aware switch would have to carry to it. */
  readonly tags: readonly number[];
}

export interface BlueprintMachine {
  readonly device: string;
  readonly name: string;
  readonly os?: string | undefined;
  readonly cpus: number;
  readonly memoryMiB: number;
  readonly ports: readonly BlueprintPort[];
}

/** A wire that machines are attached to: one broadcast domain. */
export interface BlueprintSegment {
  /** Stable under edits elsewhere: `<switch id>-v<vlan>`, or the link's id for a cable without a switch. */
  readonly id: string;
  /** The NAT engine on it, if one is. */
  readonly gateway?: string | undefined;
  /** A host, a switch of metal or the internet that the wire leads to, which apply does not make. */
  readonly outside?: string | undefined;
}

export interface BlueprintForward {
  /** Its own name: the id of the nat row, followed by `-<n>` for the n-th port of a range. */
  readonly id: string;
  /** Id of the nat row that it comes from. */
  readonly rule: string;
  readonly protocol: 'tcp' | 'udp';
  /** Empty for every address of the host. */
  readonly listenAddress: string;
  readonly listenPort: number;
  readonly insideAddress: string;
  readonly insidePort: number;
}

/** A NAT service of the hypervisor that shares the host's address. */
export interface BlueprintGateway {
  readonly device: string;
  readonly name: string;
  readonly isolated: boolean;
  /** Segments of its inside interfaces, in order of interface id; a shared NAT has one. */
  readonly segments: readonly string[];
  /** Inside address in CIDR form, such as `10.20.0.1/24`; undefined where none is given. */
  readonly insideAddress?: string | undefined;
  readonly forwards: readonly BlueprintForward[];
}

/** Every default filled in, every reference resolved: what a target needs to know, and nothing drawn. */
export interface Blueprint {
  readonly lab: { readonly id: string; readonly name: string };
  readonly machines: readonly BlueprintMachine[];
  readonly segments: readonly BlueprintSegment[];
  readonly gateways: readonly BlueprintGateway[];
  /** Devices that apply does not make here, and why. */
  readonly leftOut: readonly LeftOut[];
  /** The machines that are left out for where they run, by the host that is to be looked at. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface LeftOut {
  readonly device: string;
  readonly reason: 'physical' | 'other-host' | 'no-host' | 'host' | 'internet' | 'unknown-kind';
  /** Name of the host that it runs on; with `no-host` of the one that is this computer. */
  readonly host?: string | undefined;
}

/**
 * Machines that are not made here, and nothing that is drawn says where they would be: they run on a host without a platform,
 * on one of several that run VirtualBox, or on no host (`host` is then the one that is this computer).
 */
export interface Elsewhere {
  readonly host: string;
  readonly name: string;
  readonly why: 'no-platform' | 'one-of-several' | 'no-host';
  readonly machines: number;
}
