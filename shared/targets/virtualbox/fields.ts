import { sameValue } from '../../base/json.ts';
import { formatMac } from '../../ip/mac.ts';
import { type Message, message, type MessageValues } from '../../messages/message.ts';
import type { FieldChange, FieldText } from '../../plan/plan.ts';
import type { Attachment, Card, Disk, Forward, NatNetwork, ObservedMachine } from './state.ts';
import type { WantedMachine } from './wanted.ts';

/** Fields in order, each with what stands in it. */
type Shown = readonly (readonly [field: Message, text: FieldText])[];

function field(id: string, values: MessageValues = {}): Message {
  return message(`target/virtualbox/field/${id}`, values);
}

function text(id: string, values: MessageValues = {}): Message {
  return message(`target/virtualbox/value/${id}`, values);
}

function forwardText(forward: Forward): string {
  const { protocol, listenAddress, listenPort, insideAddress, insidePort } = forward;
  return `${protocol} ${listenAddress || '*'}:${listenPort} → ${insideAddress}:${insidePort}`;
}

function attachmentText(attachment: Attachment): FieldText {
  switch (attachment.kind) {
    case 'none':
    case 'null':
      return text(attachment.kind);
    case 'intnet':
    case 'natnetwork':
      return text(attachment.kind, { network: attachment.network });
    case 'nat':
      return text('nat', { cidr: attachment.cidr });
    case 'other':
      return attachment.mode;
  }
}

function cardShown(card: Card): Shown {
  const { slot, attachment, mac, type, connected, promiscuous } = card;
  if (attachment.kind === 'none') return [];
  const forwards = attachment.kind === 'nat' ? attachment.forwards : [];
  return [
    [field('card', { slot }), attachmentText(attachment)],
    [field('card-type', { slot }), type],
    [field('card-mac', { slot }), formatMac(mac)],
    [field('card-cable', { slot }), text(connected ? 'connected' : 'unplugged')],
    ...(promiscuous === 'deny' ? [] : [[field('card-promiscuous', { slot }), promiscuous] as const]),
    ...forwards.map((one) => [field('card-forward', { slot, name: one.name }), forwardText(one)] as const),
  ];
}

type ShownMachine = Pick<WantedMachine, 'name' | 'group' | 'os' | 'cpus' | 'memoryMiB' | 'cards'> & {
  readonly disks?: readonly Disk[];
};

function machineShown(machine: ShownMachine): Shown {
  return [
    [field('name'), machine.name],
    [field('group'), machine.group],
    [field('os'), machine.os],
    [field('cpus'), String(machine.cpus)],
    [field('memory'), `${machine.memoryMiB} MiB`],
    ...machine.cards.flatMap(cardShown),
    ...(machine.disks ?? []).map(
      ({ controller, port, device, path, uuid }) =>
        [field('disk', { place: `${controller} ${port}:${device}` }), path ?? uuid] as const,
    ),
  ];
}

function networkShown(network: NatNetwork): Shown {
  return [
    [field('subnet'), network.cidr],
    [field('enabled'), text(network.enabled ? 'yes' : 'no')],
    [field('dhcp'), text(network.dhcp ? 'on' : 'off')],
    ...network.forwards.map((one) => [field('forward', { name: one.name }), forwardText(one)] as const),
  ];
}

function shown(texts: Shown): FieldChange[] {
  return texts.map(([name, after]) => ({ field: name, after }));
}

function changed(before: Shown, after: Shown): FieldChange[] {
  const textIn = (all: Shown, name: Message): FieldText | undefined =>
    all.find(([one]) => sameValue(one, name))?.[1];
  const gone = before.filter(([name]) => textIn(after, name) === undefined);
  return [...after, ...gone]
    .map(([name]) => ({ field: name, before: textIn(before, name), after: textIn(after, name) }))
    .filter((one) => !sameValue(one.before, one.after));
}

/** Every field of a machine, as what it will be. */
export function machineFields(machine: ShownMachine): FieldChange[] {
  return shown(machineShown(machine));
}

/** The fields of a machine that differ. Disks are the user's: they are never part of a change. */
export function machineChanges(wish: WantedMachine, is: ObservedMachine): FieldChange[] {
  return changed(machineShown({ ...is, disks: [] }), machineShown(wish));
}

export function networkFields(network: NatNetwork): FieldChange[] {
  return shown(networkShown(network));
}

export function networkChanges(wish: NatNetwork, is: NatNetwork): FieldChange[] {
  return changed(networkShown(is), networkShown(wish));
}
