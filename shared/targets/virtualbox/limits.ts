import { groupBy } from '../../base/by-id.ts';
import type { Blueprint, BlueprintGateway, BlueprintMachine } from '../../blueprint/blueprint.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import {
  type Address,
  type Cidr,
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
  sameAddress,
} from '../../ip/address.ts';
import { isPort } from '../../ip/ports.ts';
import { contains, lastOf, networkOf } from '../../ip/prefix.ts';
import { atDevice, finding } from './diagnose.ts';
import { adapterType, cardSlots, firstLease, insideCidr, plugsOn } from './wanted.ts';

const adapterNames = 'virtio, 82540EM, 82543GC, 82545EM, Am79C970A, Am79C973';

/** What VirtualBox takes without a word and then cuts, renames or mistakes for an option is refused. */
const usableName = /^[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,60}[A-Za-z0-9_-])?$/;

/** VirtualBox has a rule for each port, and all rules of a NAT must fit on one command line of Windows (32,767 characters). */
const mostForwards = 256;

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
    // The lowest bit of the first byte marks a group address, which no card may have.
    if (!/^[0-9A-F][02468ACE][0-9A-F]{10}$/.test(port.mac)) {
      yield finding('error', 'mac', place('mac'), { ...where, mac: port.mac });
    }
  }
}

function nth(cidr: Cidr, index: bigint): Address {
  return { version: cidr.address.version, value: networkOf(cidr).value + index };
}

function* subnetLimits(gateway: BlueprintGateway): Iterable<Diagnostic> {
  const { device, name, isolated, insideAddress } = gateway;
  const place = atDevice(device);
  if (insideAddress === undefined) {
    if (!isolated) yield finding('error', 'nat-without-address', place, { name });
    return;
  }
  const cidr = parseCidr(insideAddress);
  if (!cidr || cidr.address.version !== 4) {
    yield finding('error', 'nat-not-ipv4', place, { name, address: insideAddress });
    return;
  }
  // A NAT of one machine hands out the fifteenth address, so it needs room for it.
  const [shortest, longest] = isolated ? [1, 27] : [1, 29];
  if (cidr.length < shortest || cidr.length > longest) {
    yield finding('error', 'nat-prefix', place, { name, address: insideAddress, longest });
    return;
  }
  // VirtualBox chooses the address itself: .1 for a shared NAT, .2 for the NAT of one machine.
  const own = nth(cidr, isolated ? 2n : 1n);
  if (!sameAddress(cidr.address, own)) {
    const values = { name, address: insideAddress, own: formatCidr({ address: own, length: cidr.length }) };
    yield isolated
      ? finding('warning', 'nat-own-address', place, values)
      : finding('error', 'nat-address', place, values);
  }
}

function* forwardLimits(blueprint: Blueprint, gateway: BlueprintGateway): Iterable<Diagnostic> {
  const cidr = insideCidr(gateway);
  if (!cidr || cidr.address.version !== 4) return;
  const plugs = plugsOn(blueprint, gateway.segments);
  if (gateway.forwards.length > mostForwards) {
    const values = { name: gateway.name, count: gateway.forwards.length, limit: mostForwards };
    yield finding('error', 'too-many-forwards', atDevice(gateway.device), values);
    return;
  }
  for (const forward of gateway.forwards) {
    const at = (field: string) => ({ table: 'nat' as const, row: forward.rule, field });
    const values = { rule: forward.id, name: gateway.name, subnet: formatCidr(cidr) };
    for (const [field, port] of [
      ['listenPort', forward.listenPort],
      ['insidePort', forward.insidePort],
    ] as const) {
      if (!isPort(port)) yield finding('error', 'forward-port', at(field), { ...values, port });
    }
    if (forward.listenAddress !== '' && parseAddress(forward.listenAddress)?.version !== 4) {
      yield finding('error', 'forward-listen', at('listenAddress'), {
        ...values,
        address: forward.listenAddress,
      });
    }
    const only = plugs.length === 1 ? plugs[0] : undefined;
    if (gateway.isolated && only && only.port.addresses.length === 0) {
      const lease = firstLease(cidr);
      if (forward.insideAddress !== '' && forward.insideAddress !== lease) {
        const told = { ...values, address: forward.insideAddress, lease, machine: only.machine.name };
        yield finding('warning', 'forward-lease', at('insideAddress'), told);
      }
      continue;
    }
    const inside = parseAddress(forward.insideAddress);
    const isHost =
      inside !== undefined &&
      contains(cidr, inside) &&
      !sameAddress(inside, networkOf(cidr)) &&
      !sameAddress(inside, lastOf(cidr));
    if (!isHost) {
      yield finding('error', 'forward-outside', at('insideAddress'), {
        ...values,
        address: forward.insideAddress,
      });
    } else if (!plugs.some(({ port }) => port.dhcp)) {
      // Where a machine looks for DHCP, the address may yet become its own.
      const owned = plugs.some(({ port }) =>
        port.addresses.some((text) => {
          const address = parseCidr(text)?.address;
          return address !== undefined && sameAddress(address, inside);
        }),
      );
      if (!owned)
        yield finding('warning', 'forward-nobody', at('insideAddress'), {
          ...values,
          address: formatAddress(inside),
        });
    }
  }
}

function* gatewayLimits(blueprint: Blueprint, gateway: BlueprintGateway): Iterable<Diagnostic> {
  const { device, name, isolated, segments } = gateway;
  yield* subnetLimits(gateway);
  if (!isolated && segments.length > 1) {
    yield finding('error', 'nat-many-segments', atDevice(device), { name, count: segments.length });
  }
  for (const segment of isolated ? segments : []) {
    const plugs = plugsOn(blueprint, [segment]);
    if (plugs.length < 2) continue;
    const machines = [...new Set(plugs.map(({ machine }) => machine.name))].join(', ');
    yield finding('error', 'isolated-shared', atDevice(device), { name, machines });
  }
  yield* forwardLimits(blueprint, gateway);
}

/** What of a lab VirtualBox cannot express, and what it would take and get wrong without a word. */
export function* limits(blueprint: Blueprint): Iterable<Diagnostic> {
  for (const machine of blueprint.machines) yield* machineLimits(machine);
  for (const same of groupBy(blueprint.machines, ({ name }) => name.toLowerCase()).values()) {
    for (const { device, name } of same.slice(1))
      yield finding('error', 'name-twice', atDevice(device, 'name'), { name });
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
