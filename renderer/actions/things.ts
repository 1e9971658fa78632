import { groupBy, rowOf, sortedRows } from '../../shared/base/by-id.ts';
import { kindOf } from '../../shared/kinds/index.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { Design } from '../../shared/model/design.ts';
import { interfacesByDevice } from '../../shared/model/edit/ports.ts';
import type { Device, Interface } from '../../shared/model/topology.ts';
import type { Network } from '../../shared/network/network.ts';
import { analysisStore } from '../stores/analysis-store.ts';
import { bringIntoView, select } from '../stores/canvas-store.ts';
import { designStore } from '../stores/design-store.ts';

/** Something of the lab that can be looked up and gone to. */
export interface Thing {
  readonly kind: 'device' | 'subnet' | 'vlan' | 'note' | 'group';
  /** Its id in its table; the number of a VLAN. */
  readonly row: string;
  /** A text of the lab, or words. */
  readonly name: string | Message;
  /** What kind of thing it is. */
  readonly about: Message;
  /** Shown beside the name, such as addresses. */
  readonly detail: string;
  /** What it can also be found by. */
  readonly more: readonly string[];
  readonly icon: string;
}

/** Everything of a lab that can be gone to: devices first, then what holds them together. */
export function thingsOf(design: Design): Thing[] {
  return [
    ...deviceThings(design),
    ...sortedRows(design.groups).map(([row, { name, devices }]): Thing => {
      const about = message('ui/thing-group', { count: devices.length });
      return { kind: 'group', row, name, about, detail: '', more: [], icon: 'group' };
    }),
    ...sortedRows(design.subnets).map(([row, { prefix, name, gateway }]): Thing => {
      const about = message('ui/thing-subnet');
      return {
        kind: 'subnet',
        row,
        name: prefix,
        about,
        detail: name ?? '',
        more: known(name, gateway),
        icon: 'subnet',
      };
    }),
    ...vlanThings(design),
    ...sortedRows(design.notes).map(([row, { text }]): Thing => {
      const [first = ''] = text.trim().split('\n');
      const name = first === '' ? message('ui/thing-empty-note') : first;
      return {
        kind: 'note',
        row,
        name,
        about: message('ui/thing-note'),
        detail: '',
        more: [text],
        icon: 'note',
      };
    }),
  ];
}

/** Selects a thing, or the devices it is about, and brings it into view. */
export function goToThing({ kind, row }: Pick<Thing, 'kind' | 'row'>): void {
  const { design } = designStore.getState();
  const { network } = analysisStore.getState();
  if (kind === 'note') select({ notes: [row] });
  else if (kind === 'group') select({ groups: [row] });
  else if (kind === 'device') select({ devices: [row] });
  else select({ devices: kind === 'subnet' ? inSubnet(network, row) : inVlan(design, network, Number(row)) });
  bringIntoView({ kind: 'selection' });
}

/** The word for what a device is, as the palette says it. */
export function deviceWord({ kind, engine, isolated }: Device): Message {
  if (engine === 'nat') return message(isolated ? 'kind/palette/nat' : 'kind/palette/nat-network');
  return message(kindOf(kind) ? `kind/${kind}/name` : 'ui/unknown-kind');
}

export function deviceIcon({ kind, engine, isolated }: Device): string {
  if (engine === 'nat') return isolated ? 'nat-isolated' : 'nat';
  return kindOf(kind)?.icon ?? '';
}

function deviceThings(design: Design): Thing[] {
  const interfaces = interfacesByDevice(design);
  return sortedRows(design.devices).map(([row, device]) => {
    const cards = (interfaces.get(row) ?? []).map(([, card]) => card);
    const addresses = cards.flatMap((card) => card.addresses ?? []);
    return {
      kind: 'device',
      row,
      name: device.name,
      about: deviceWord(device),
      detail: addresses.slice(0, 2).join(', '),
      more: [...addresses, ...cards.flatMap(macTexts), ...known(device.os, device.platform)],
      icon: deviceIcon(device),
    };
  });
}

/** A MAC address is looked for with colons, hyphens or neither. */
function macTexts({ mac }: Interface): string[] {
  return mac === undefined ? [] : [mac, mac.replaceAll(':', '-'), mac.replaceAll(':', '')];
}

function vlanThings(design: Design): Thing[] {
  const rows = groupBy(Object.values(design.vlans), ({ id }) => id);
  const used = Object.values(design.interfaces).flatMap(({ vlan, nativeVlan, tag }) =>
    known(vlan, nativeVlan, tag),
  );
  return [...new Set([...rows.keys(), ...used])]
    .sort((a, b) => a - b)
    .map((vlan) => {
      const [row] = rows.get(vlan) ?? [];
      return {
        kind: 'vlan',
        row: String(vlan),
        name: message('ui/thing-vlan', { vlan }),
        about: message('ui/thing-vlan-about'),
        detail: row?.name ?? '',
        more: known(row?.name),
        icon: 'vlan',
      };
    });
}

function inSubnet(network: Network, subnet: string): Set<string> {
  const segments = network.segments.filter(({ subnets }) => subnets.some(({ id }) => id === subnet));
  return new Set(segments.flatMap(({ interfaces }) => interfaces.map(({ row }) => row.device)));
}

/** The devices with a port of the VLAN, and those on a segment that runs through it. */
function inVlan(design: Design, network: Network, vlan: number): Set<string> {
  const ports = Object.values(design.interfaces).filter((row) =>
    [row.vlan, row.nativeVlan, row.tag].includes(vlan),
  );
  const segments = network.segments.filter(({ bridges }) => bridges.some((bridge) => bridge.vlan === vlan));
  const heard = segments.flatMap(({ interfaces }) => interfaces.map(({ row }) => row.device));
  return new Set([...ports.map(({ device }) => device), ...heard].filter((id) => rowOf(design.devices, id)));
}

function known<Value>(...values: (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}
