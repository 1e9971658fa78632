import { groupBy } from '../../shared/base/by-id.ts';
import type { Design } from '../../shared/model/design.ts';
import { interfacesByDevice } from '../../shared/model/edit/ports.ts';
import { keptAddresses } from '../../shared/network/dhcp.ts';
import type { PortView } from './flow-shapes.ts';
import { type Memory, remember } from './remember.ts';

/** What is drawn of each device besides its own row. */
export interface DeviceFacts {
  /** The same list as before where nothing of it changed. */
  readonly ports: ReadonlyMap<string, readonly PortView[]>;
  /** How many ports each NAT service forwards. */
  readonly forwards: ReadonlyMap<string, number>;
  /** The number, from 0, of each port of a switch. */
  readonly portIndex: ReadonlyMap<string, number>;
}

const tables = ['devices', 'interfaces', 'links', 'nat', 'reservations'] as const;

/** A function from a design to its facts, computed only after one of their tables has changed. */
export function createDeviceFacts(): (design: Design) => DeviceFacts {
  const memory: Memory<readonly PortView[]> = new Map();
  let last: { readonly design: Design; readonly facts: DeviceFacts } | undefined;
  return (design) => {
    const known = last;
    if (known && tables.every((name) => known.design[name] === design[name])) return known.facts;
    const facts = factsOf(design, memory);
    last = { design, facts };
    return facts;
  };
}

function factsOf(design: Design, memory: Memory<readonly PortView[]>): DeviceFacts {
  const cabled = new Set(Object.values(design.links).flatMap(({ a, b }) => [a, b]));
  const kept = keptAddresses(design);
  const ports = new Map<string, readonly PortView[]>();
  const portIndex = new Map<string, number>();
  for (const [device, owned] of interfacesByDevice(design)) {
    const from = owned.flatMap(([id, row]) => [row, cabled.has(id), kept.get(id)]);
    const views = () => owned.map(([id, row]) => ({ id, row, cabled: cabled.has(id), kept: kept.get(id) }));
    ports.set(device, remember(memory, device, from, views));
    if (design.devices[device]?.kind !== 'switch') continue;
    for (const [index, [id]] of owned.entries()) portIndex.set(id, index);
  }
  const rules = Object.values(design.nat).filter((rule) => rule.kind === 'port-forward');
  const forwards = new Map([...groupBy(rules, (rule) => rule.device)].map(([id, of]) => [id, of.length]));
  return { ports, forwards, portIndex };
}
