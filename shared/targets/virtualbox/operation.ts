import type { Card, Disk, Forward, NatNetwork } from './state.ts';
import { ownerKey, ownerMark } from './state.ts';
import type { WantedMachine } from './wanted.ts';

/** A card to be set, and the rules of its own NAT that must go before. */
export interface CardSetting {
  readonly card: Card;
  readonly deleteRules: readonly string[];
}

/** What to set on a machine; absent members stay as they are. */
export interface MachineSettings {
  readonly name?: string | undefined;
  readonly group?: string | undefined;
  readonly os?: string | undefined;
  readonly cpus?: number | undefined;
  readonly memoryMiB?: number | undefined;
  readonly cards: readonly CardSetting[];
}

/** One thing to do to VirtualBox, as plain data. */
export type Operation =
  | { readonly kind: 'create-machine'; readonly labId: string; readonly machine: WantedMachine }
  | {
      readonly kind: 'configure-machine';
      readonly labId: string;
      readonly uuid: string;
      readonly device: string;
      readonly name: string;
      /** Puts our mark on a machine whose creation was cut short. */
      readonly mark: boolean;
      readonly settings: MachineSettings;
    }
  | {
      readonly kind: 'delete-machine';
      readonly labId: string;
      readonly uuid: string;
      readonly name: string;
      /** Disks to take out first: `unregistervm --delete` would delete each, wherever it lies. */
      readonly detach: readonly Disk[];
    }
  | {
      readonly kind: 'create-nat-network';
      readonly labId: string;
      readonly network: NatNetwork;
      /** A DHCP server of that name is left over, with the ranges of an earlier subnet. */
      readonly removeDhcp: boolean;
    }
  | {
      readonly kind: 'configure-nat-network';
      readonly labId: string;
      readonly network: NatNetwork;
      readonly deleteRules: readonly string[];
      readonly addRules: readonly string[];
      readonly removeDhcp: boolean;
    }
  | {
      readonly kind: 'delete-nat-network';
      readonly labId: string;
      readonly name: string;
      /** VirtualBox leaves the DHCP server of a NAT network behind. */
      readonly removeDhcp: boolean;
    }
  | { readonly kind: 'delete-dhcp-server'; readonly labId: string; readonly name: string };

/** The settings a new machine gets: everything. */
export function allSettings({ cpus, memoryMiB, cards }: WantedMachine): MachineSettings {
  return { cpus, memoryMiB, cards: cards.map((card) => ({ card, deleteRules: [] })) };
}

function natRule(forward: Forward): string {
  const { name, protocol, listenAddress, listenPort, insideAddress, insidePort } = forward;
  return [name, protocol, listenAddress, listenPort, insideAddress, insidePort].join(',');
}

function networkRule(forward: Forward): string {
  const { name, protocol, listenAddress, listenPort, insideAddress, insidePort } = forward;
  return `${name}:${protocol}:[${listenAddress}]:${listenPort}:[${insideAddress}]:${insidePort}`;
}

/** Every setting of a card is named: cards above the fourth do not start with the same values as those below. */
function cardFlags({ card, deleteRules }: CardSetting): string[] {
  const { slot, attachment, mac, type, connected, promiscuous } = card;
  const gone = deleteRules.flatMap((name) => [`--nat-pf${slot}`, 'delete', name]);
  const own = [
    [`--nic-type${slot}`, type],
    [`--mac-address${slot}`, mac],
    [`--cable-connected${slot}`, connected ? 'on' : 'off'],
    [`--nic-promisc${slot}`, promiscuous],
  ].flat();
  switch (attachment.kind) {
    case 'none':
      return [...gone, `--nic${slot}`, 'none'];
    case 'null':
      return [...gone, `--nic${slot}`, 'null', ...own];
    case 'intnet':
      return [...gone, `--nic${slot}`, 'intnet', `--intnet${slot}`, attachment.network, ...own];
    case 'natnetwork':
      return [...gone, `--nic${slot}`, 'natnetwork', `--nat-network${slot}`, attachment.network, ...own];
    case 'nat': {
      const rules = attachment.forwards.flatMap((forward) => [`--nat-pf${slot}`, natRule(forward)]);
      return [`--nic${slot}`, 'nat', `--nat-net${slot}`, attachment.cidr, ...own, ...gone, ...rules];
    }
    case 'other':
      throw new RangeError(`Netloom makes no card of mode ${attachment.mode}`);
  }
}

/** One call with every flag: VirtualBox saves all of them or, where it refuses with an exit code, none. */
function modify(uuid: string, settings: MachineSettings): string[] {
  const { name, group, os, cpus, memoryMiB, cards } = settings;
  return [
    'modifyvm',
    uuid,
    ...(name === undefined ? [] : ['--name', name]),
    ...(group === undefined ? [] : ['--groups', group]),
    ...(os === undefined ? [] : ['--ostype', os]),
    ...(memoryMiB === undefined ? [] : ['--memory', String(memoryMiB)]),
    ...(cpus === undefined ? [] : ['--cpus', String(cpus)]),
    ...cards.flatMap(cardFlags),
  ];
}

const setMark = (labId: string, uuid: string): string[] => [
  'setextradata',
  uuid,
  ownerKey,
  ownerMark(labId, uuid),
];

const rulesToAdd = (forwards: readonly Forward[]): string[] =>
  forwards.flatMap((forward) => ['--port-forward-4', networkRule(forward)]);

const dhcpRemoval = (name: string): string[] => ['dhcpserver', 'remove', `--network=${name}`];

const switches = ({ enabled, dhcp }: NatNetwork): string[] => [
  enabled ? '--enable' : '--disable',
  '--dhcp',
  dhcp ? 'on' : 'off',
];

/** The calls of VBoxManage that an operation consists of, in order, without the program's name. */
export function commands(operation: Operation): readonly (readonly string[])[] {
  switch (operation.kind) {
    case 'create-machine': {
      const { labId, machine } = operation;
      const { uuid, name, group, os } = machine;
      return [
        [
          'createvm',
          '--name',
          name,
          '--uuid',
          uuid,
          '--groups',
          group,
          '--ostype',
          os,
          '--default',
          '--register',
        ],
        setMark(labId, uuid),
        modify(uuid, allSettings(machine)),
      ];
    }
    case 'configure-machine': {
      const { labId, uuid, mark, settings } = operation;
      const changes = modify(uuid, settings);
      return [...(mark ? [setMark(labId, uuid)] : []), ...(changes.length > 2 ? [changes] : [])];
    }
    case 'delete-machine': {
      const { uuid, detach } = operation;
      const out = detach.map(({ controller, port, device }) => [
        'storageattach',
        uuid,
        '--storagectl',
        controller,
        '--port',
        String(port),
        '--device',
        String(device),
        '--medium',
        'none',
      ]);
      return [...out, ['unregistervm', uuid, '--delete']];
    }
    case 'create-nat-network': {
      const { network, removeDhcp } = operation;
      const { name, cidr, forwards } = network;
      const add = [
        'natnetwork',
        'add',
        '--netname',
        name,
        '--network',
        cidr,
        ...switches(network),
        ...rulesToAdd(forwards),
      ];
      return [...(removeDhcp ? [dhcpRemoval(name)] : []), add];
    }
    case 'configure-nat-network': {
      const { network, deleteRules, addRules, removeDhcp } = operation;
      const { name, cidr, forwards } = network;
      const change = [
        'natnetwork',
        'modify',
        '--netname',
        name,
        '--network',
        cidr,
        ...switches(network),
        ...deleteRules.flatMap((rule) => ['--port-forward-4', 'delete', rule]),
        ...rulesToAdd(forwards.filter((forward) => addRules.includes(forward.name))),
      ];
      return [...(removeDhcp ? [dhcpRemoval(name)] : []), change];
    }
    case 'delete-nat-network': {
      const { name, removeDhcp } = operation;
      return [['natnetwork', 'remove', '--netname', name], ...(removeDhcp ? [dhcpRemoval(name)] : [])];
    }
    case 'delete-dhcp-server':
      return [dhcpRemoval(operation.name)];
  }
}
