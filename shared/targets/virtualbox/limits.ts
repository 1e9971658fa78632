import { groupBy } from '../../base/by-id.ts';
import type { Blueprint, BlueprintMachine, Elsewhere } from '../../blueprint/blueprint.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { atDevice, finding } from './diagnose.ts';
import { gatewayLimits } from './gateway-limits.ts';
import { adapterType, cardSlots, plugsOn } from './wanted.ts';

const adapterNames = 'virtio, 82540EM, 82543GC, 82545EM, Am79C970A, Am79C973';

/** What VirtualBox takes without a word and then cuts, renames or mistakes for an option is refused. */
const usableName = /^[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,60}[A-Za-z0-9_-])?$/;

const leftOutWords: Readonly<Record<Elsewhere['why'], string>> = {
  'no-platform': 'left-out',
  'one-of-several': 'left-out-several',
  'no-host': 'left-out-no-host',
};

/** Cards and networks that drop what is longer than an ordinary frame, and say nothing. */
function* jumboLimits(
  { name, ports }: BlueprintMachine,
  behindNat: ReadonlySet<string>,
): Iterable<Diagnostic> {
  for (const port of ports) {
    if (port.mtu === undefined || port.mtu <= 1500) continue;
    const place = { table: 'interfaces' as const, row: port.interface, field: 'mtu' };
    const values = { name, port: port.name, mtu: port.mtu };
    if (port.segment !== undefined && behindNat.has(port.segment)) {
      yield finding('error', 'jumbo-nat', place, values);
    } else if (adapterType(port.adapter)?.startsWith('Am79') === true) {
      yield finding('error', 'jumbo-card', place, { ...values, adapter: port.adapter ?? '' });
    }
  }
}

function* machineLimits(machine: BlueprintMachine): Iterable<Diagnostic> {
  const { device, name, cpus, memoryMiB, ports } = machine;
  const at = (field: string) => atDevice(device, field);
  if (!usableName.test(name)) yield finding('error', 'name', at('name'), { name });
  if (!Number.isInteger(memoryMiB) || memoryMiB < 4 || memoryMiB > 2_097_152) {
    yield finding('error', 'memory', at('memoryMiB'), { name, memory: memoryMiB });
  }
  if (!Number.isInteger(cpus) || cpus < 1 || cpus > 64)
    yield finding('error', 'cpus', at('cpus'), { name, cpus });
  if (ports.length > cardSlots) {
    yield finding('error', 'too-many-cards', atDevice(device), {
      name,
      count: ports.length,
      limit: cardSlots,
    });
  }
  for (const port of ports) {
    const place = (field: string) => ({ table: 'interfaces' as const, row: port.interface, field });
    const where = { name, port: port.name };
    if (adapterType(port.adapter) === undefined) {
      const values = { ...where, adapter: port.adapter ?? '', known: adapterNames };
      yield finding('error', 'adapter', place('adapter'), values);
    }
    if (port.tags.length > 0)
      yield finding('error', 'vlan-tags', place('parent'), { ...where, tags: port.tags.join(', ') });
  }
}

/** What of a lab VirtualBox cannot express, and what it would take and get wrong without a word. */
export function* limits(blueprint: Blueprint): Iterable<Diagnostic> {
  const behindNat = new Set(blueprint.gateways.flatMap(({ segments }) => segments));
  for (const machine of blueprint.machines) {
    yield* machineLimits(machine);
    yield* jumboLimits(machine, behindNat);
  }
  for (const same of groupBy(blueprint.machines, ({ name }) => name.toLowerCase()).values()) {
    for (const { device, name } of same.slice(1))
      yield finding('error', 'name-twice', atDevice(device, 'name'), { name });
  }
  for (const { host, name, why, machines: count } of blueprint.elsewhere) {
    yield finding('hint', leftOutWords[why], atDevice(host, 'platform'), { name, count });
  }
  for (const gateway of blueprint.gateways) yield* gatewayLimits(blueprint, gateway);
  for (const { id, outside } of blueprint.segments) {
    const machines = [...new Set(plugsOn(blueprint, [id]).map(({ machine }) => machine.name))].join(', ');
    if (outside !== undefined && machines !== '') {
      yield finding('warning', 'wire-outside', atDevice(outside), { device: outside, machines });
    }
    const sharing = blueprint.gateways.filter(({ segments }) => segments.includes(id));
    const [first, ...others] = sharing;
    for (const { device, name } of first ? others : []) {
      yield finding('error', 'two-gateways', atDevice(device), { name, other: first?.name ?? '' });
    }
  }
}
