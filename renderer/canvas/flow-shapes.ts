import type { Edge, Node } from '@xyflow/react';
import type { Severity } from '../../shared/diagnostics/diagnostic.ts';
import type { Group, Note } from '../../shared/model/design.ts';
import type { Device, Interface } from '../../shared/model/topology.ts';
import type { Selection } from '../stores/canvas-store.ts';

export interface PortView {
  readonly id: string;
  readonly row: Interface;
  readonly cabled: boolean;
  /** The address that DHCP keeps for it. */
  readonly kept: string | undefined;
}

export interface DeviceData extends Record<string, unknown> {
  readonly device: Device;
  readonly ports: readonly PortView[];
  readonly worst: Severity | undefined;
  readonly count: number;
  readonly forwards: number;
  /** A host that would take what is over it. */
  readonly taking: boolean;
}

export interface HostData extends DeviceData {
  /** Virtual machines on the host. */
  readonly machines: number;
}

export interface GroupData extends Record<string, unknown> {
  readonly group: Group;
}

export interface NoteData extends Record<string, unknown> {
  readonly note: Note;
  readonly typing: 'new' | 'old' | undefined;
}

export interface CableData extends Record<string, unknown> {
  /** Which port of a switch the cable goes into, from 0; undefined for other devices. */
  readonly portA: number | undefined;
  readonly portB: number | undefined;
  /** Number of this cable among those between the same two devices, and how many they are. */
  readonly lane: number;
  readonly lanes: number;
  readonly worst: Severity | undefined;
  readonly unplugged: boolean;
  readonly trunk: boolean;
  readonly vlan: number | undefined;
  readonly mtu: number | undefined;
}

export type DeviceNode = Node<DeviceData, 'device'>;
export type HostNode = Node<HostData, 'host'>;
export type GroupNode = Node<GroupData, 'group'>;
export type NoteNode = Node<NoteData, 'note'>;
export type FlowNode = DeviceNode | HostNode | GroupNode | NoteNode;
export type CableEdge = Edge<CableData, 'cable'>;

/** What lies over what: frames, cables, devices, notes. */
export const layers = { group: 0, host: 1, innerGroup: 2, cable: 3, device: 4, note: 5, typed: 6 } as const;

/** A thing of the lab that React Flow shows as a node. */
export interface Thing {
  readonly table: Exclude<keyof Selection, 'links'>;
  readonly id: string;
}

const prefixes = { notes: 'note:', groups: 'group:' } as const;

/** The id of a thing's node: ids of the lab hold no colon, so none is given twice. */
export function nodeIdOf({ table, id }: Thing): string {
  return table === 'devices' ? id : prefixes[table] + id;
}

export function thingOf(node: string): Thing {
  for (const table of ['notes', 'groups'] as const) {
    if (node.startsWith(prefixes[table])) return { table, id: node.slice(prefixes[table].length) };
  }
  return { table: 'devices', id: node };
}
