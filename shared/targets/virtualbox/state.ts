/** A rule that hands a port of the host on to an address behind a NAT. */
export interface Forward {
  /** The name VirtualBox keeps it under; unique within its NAT. */
  readonly name: string;
  readonly protocol: 'tcp' | 'udp';
  /** Empty for every address of the host. */
  readonly listenAddress: string;
  readonly listenPort: number;
  readonly insideAddress: string;
  readonly insidePort: number;
}

/** What a card is plugged into. */
export type Attachment =
  | { readonly kind: 'none' }
  | { readonly kind: 'null' }
  | { readonly kind: 'intnet'; readonly network: string }
  | { readonly kind: 'natnetwork'; readonly network: string }
  | { readonly kind: 'nat'; readonly cidr: string; readonly forwards: readonly Forward[] }
  /** A way of attaching that Netloom never makes: bridged, host-only, UDP tunnel, cloud. */
  | { readonly kind: 'other'; readonly mode: string };

export type Promiscuous = 'deny' | 'allow-vms' | 'allow-all';

/** One network card. */
export interface Card {
  /** 1 to 8, as VBoxManage counts; the settings file counts from 0. */
  readonly slot: number;
  readonly attachment: Attachment;
  /** Twelve upper-case hex digits. */
  readonly mac: string;
  readonly type: string;
  readonly connected: boolean;
  readonly promiscuous: Promiscuous;
}

export interface ObservedCard extends Card {
  /** Names of the rules VirtualBox keeps for this card's own NAT, in use or not: they block new rules of that name. */
  readonly ruleNames: readonly string[];
}

/** A hard disk attached to a machine. */
export interface Disk {
  readonly controller: string;
  readonly port: number;
  readonly device: number;
  readonly uuid: string;
  /** Where it lies, when the machine's own list of media says. */
  readonly path?: string | undefined;
}

/** A shared NAT: one subnet, one address outside, rules for its guests. */
export interface NatNetwork {
  readonly name: string;
  /** Network address with its prefix length. */
  readonly cidr: string;
  readonly enabled: boolean;
  readonly dhcp: boolean;
  /** In order of name. */
  readonly forwards: readonly Forward[];
}

/** A machine of this lab as VirtualBox has it. */
export interface ObservedMachine {
  readonly uuid: string;
  readonly name: string;
  /** First group; `/` when in none. */
  readonly group: string;
  /** Whether it carries our mark; without it the machine is ours only as a creation that was cut short. */
  readonly marked: boolean;
  readonly os: string;
  readonly cpus: number;
  readonly memoryMiB: number;
  /** Slots 1 to 8, all of them. */
  readonly cards: readonly ObservedCard[];
  /** Slots above 8 that are switched on: VirtualBox has them with the ICH9 chipset, Netloom does not. */
  readonly otherCards: readonly number[];
  readonly disks: readonly Disk[];
  readonly hasSnapshots: boolean;
  /** `saved` is a machine put to sleep: like a running one it cannot be changed. */
  readonly state: 'off' | 'running' | 'saved';
}

/** A host port that something else than this lab listens on, and whose it is. */
export interface TakenPort {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
  readonly owner: string;
}

export interface ForeignMachine {
  readonly uuid: string;
  readonly name: string;
  /** The value of our mark, where it carries one: a clone of ours, or made by another user or computer. */
  readonly mark?: string | undefined;
  /** NAT networks that its cards are attached to. */
  readonly natNetworks: readonly string[];
}

/** What exists of one lab, and what stands beside it. */
export interface Observed {
  readonly machines: readonly ObservedMachine[];
  readonly natNetworks: readonly NatNetwork[];
  /** Networks of ours that VirtualBox keeps a DHCP server for. */
  readonly dhcpServers: readonly string[];
  /** Machines whose settings file could not be read; `ours` when the ledger knows them. */
  readonly unreadable: readonly { readonly uuid: string; readonly path: string; readonly ours: boolean }[];
  readonly foreign: {
    readonly machines: readonly ForeignMachine[];
    readonly natNetworks: readonly NatNetwork[];
    readonly ports: readonly TakenPort[];
  };
}

/** `creating` is written before an object is made, `made` once it carries our mark. */
export type LedgerState = 'creating' | 'made';

export interface KnownNetwork {
  readonly state: LedgerState;
  /** The subnet it was given; two while it is being changed. A NAT network carries no mark, and a name proves little. */
  readonly subnets: readonly string[];
}

/** What this computer remembers of the objects it made for a lab in one VirtualBox profile. */
export interface LabLedger {
  readonly machines: Readonly<Record<string, LedgerState>>;
  readonly networks: Readonly<Record<string, KnownNetwork>>;
}

export const emptyLedger: LabLedger = { machines: {}, networks: {} };

/** Extradata key of the ownership mark. `clonevm` copies it, so its value names the machine it was put on. */
export const ownerKey = 'netloom/owner';

export function ownerMark(labId: string, uuid: string): string {
  return `${labId}:${uuid}`;
}
