import { byText } from '../../base/by-id.ts';
import { toForwards } from './read-profile.ts';
import type { Attachment, Disk, ObservedCard, ObservedMachine, Promiscuous } from './state.ts';
import { ownerKey } from './state.ts';
import { cardSlots, defaultNat, emptyCard } from './wanted.ts';
import { type Element, parseXml, plainUuid } from './xml.ts';

/** A machine as its file has it; whose it is, and whether it runs, is not in there. */
export type ReadMachine = Omit<ObservedMachine, 'marked'> & {
  readonly mark?: string | undefined;
  /** NAT networks that any of its cards is attached to. */
  readonly natNetworks: readonly string[];
};

const policies: Readonly<Record<string, Promiscuous>> = {
  Deny: 'deny',
  AllowNetwork: 'allow-vms',
  AllowAll: 'allow-all',
};

function attachmentOf(adapter: Element): Attachment {
  const nat = adapter.first('NAT');
  if (nat) {
    return {
      kind: 'nat',
      cidr: nat.attributes['network'] || defaultNat,
      forwards: toForwards(nat.all('Forwarding')),
    };
  }
  const network = adapter.first('NATNetwork');
  if (network) return { kind: 'natnetwork', network: network.attributes['name'] ?? '' };
  const internal = adapter.first('InternalNetwork');
  if (internal) return { kind: 'intnet', network: internal.attributes['name'] ?? '' };
  const modes = [
    'BridgedInterface',
    'HostOnlyInterface',
    'HostOnlyNetwork',
    'GenericInterface',
    'CloudNetwork',
  ];
  const mode = modes.find((name) => adapter.first(name) !== undefined);
  return mode === undefined ? { kind: 'null' } : { kind: 'other', mode };
}

/** Left-out attributes have the defaults of VirtualBox's file format: cable in, Am79C973, Deny; `enabled` is off. */
function toCard(adapter: Element): ObservedCard {
  const { attributes } = adapter;
  const slot = Number(attributes['slot']) + 1;
  const kept = [adapter.first('NAT'), adapter.first('DisabledModes', 'NAT')];
  const ruleNames = kept.flatMap((nat) => toForwards(nat?.all('Forwarding') ?? []).map(({ name }) => name));
  if (attributes['enabled'] !== 'true') return { ...emptyCard(slot), ruleNames };
  return {
    slot,
    attachment: attachmentOf(adapter),
    mac: (attributes['MACAddress'] ?? '').toUpperCase(),
    type: attributes['type'] ?? 'Am79C973',
    connected: attributes['cable'] !== 'false',
    promiscuous: policies[attributes['promiscuousModePolicy'] ?? 'Deny'] ?? 'allow-all',
    ruleNames,
  };
}

function* media(disks: readonly Element[]): Iterable<Element> {
  for (const disk of disks) {
    yield disk;
    yield* media(disk.all('HardDisk'));
  }
}

function disksOf(machine: Element): Disk[] {
  const paths = new Map<string, string>();
  for (const disk of media(machine.first('MediaRegistry', 'HardDisks')?.all('HardDisk') ?? [])) {
    paths.set(plainUuid(disk.attributes['uuid']), disk.attributes['location'] ?? '');
  }
  // Before settings version 1.19 the controllers stood beside Hardware, not in it.
  const places = [machine.first('Hardware', 'StorageControllers'), machine.first('StorageControllers')];
  const controllers = places.flatMap((place) => place?.all('StorageController') ?? []);
  return controllers.flatMap((controller) =>
    controller.all('AttachedDevice').flatMap((device): Disk[] => {
      const uuid = plainUuid(device.first('Image')?.attributes['uuid']);
      if (device.attributes['type'] !== 'HardDisk' || uuid === '') return [];
      const path = paths.get(uuid);
      return [
        {
          controller: controller.attributes['name'] ?? '',
          port: Number(device.attributes['port'] ?? 0),
          device: Number(device.attributes['device'] ?? 0),
          uuid,
          ...(path !== undefined && { path }),
        },
      ];
    }),
  );
}

/**
 * A machine from its `.vbox` file: the settings in force, never those of a snapshot, whose elements have the same
 * names. Undefined when the text is not such a file.
 */
export function readMachine(text: string): ReadMachine | undefined {
  const machine = parseXml(text, 'VirtualBox')?.first('Machine');
  const hardware = machine?.first('Hardware');
  if (!machine || !hardware) return undefined;
  const cards = (hardware.first('Network')?.all('Adapter') ?? []).map(toCard);
  const mark = machine
    .first('ExtraData')
    ?.all('ExtraDataItem')
    .find(({ attributes }) => attributes['name'] === ownerKey)?.attributes['value'];
  return {
    uuid: plainUuid(machine.attributes['uuid']),
    name: machine.attributes['name'] ?? '',
    group: machine.first('Groups', 'Group')?.attributes['name'] ?? '/',
    ...(mark !== undefined && { mark }),
    os: machine.attributes['OSType'] ?? '',
    cpus: Number(hardware.first('CPU')?.attributes['count'] ?? 1),
    memoryMiB: Number(hardware.first('Memory')?.attributes['RAMSize'] ?? 0),
    cards: Array.from(
      { length: cardSlots },
      (_, index) =>
        cards.find(({ slot }) => slot === index + 1) ?? { ...emptyCard(index + 1), ruleNames: [] },
    ),
    otherCards: cards
      .filter(({ slot, attachment }) => slot > cardSlots && attachment.kind !== 'none')
      .map(({ slot }) => slot),
    natNetworks: [
      ...new Set(
        cards.flatMap(({ attachment }) => (attachment.kind === 'natnetwork' ? [attachment.network] : [])),
      ),
    ].sort(byText),
    disks: disksOf(machine).sort(
      (a, b) => byText(a.controller, b.controller) || a.port - b.port || a.device - b.device,
    ),
    hasSnapshots: machine.first('Snapshot') !== undefined,
    state: machine.attributes['stateFile'] ? 'saved' : 'off',
  };
}
