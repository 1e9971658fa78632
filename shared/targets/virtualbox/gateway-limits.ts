import type { Blueprint, BlueprintGateway } from '../../blueprint/blueprint.ts';
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
import { firstLease, insideCidr, plugsOn } from './wanted.ts';

/** VirtualBox has a rule for each port, and all rules of a NAT must fit on one command line of Windows (32,767 characters). */
const mostForwards = 256;

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

/** VirtualBox answers at these addresses of a NAT itself: this computer, and for one machine also DNS and TFTP. */
function* keptAddresses(blueprint: Blueprint, gateway: BlueprintGateway): Iterable<Diagnostic> {
  const cidr = insideCidr(gateway);
  // In a subnet that is too small nothing has a place.
  if (!cidr || cidr.address.version !== 4 || cidr.length > (gateway.isolated ? 27 : 29)) return;
  const kept = (gateway.isolated ? [2n, 3n, 4n] : [2n]).map((index) => nth(cidr, index));
  for (const { machine, port } of plugsOn(blueprint, gateway.segments)) {
    for (const [index, text] of port.addresses.entries()) {
      const address = parseCidr(text)?.address;
      if (!address || !kept.some((one) => sameAddress(one, address))) continue;
      const place = { table: 'interfaces' as const, row: port.interface, field: `addresses.${index}` };
      const values = { name: gateway.name, machine: machine.name, address: formatAddress(address) };
      yield finding('error', 'nat-kept-address', place, values);
    }
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
    } else if (plugs.length === 0) {
      // Where machines are, `forward-target-behind-nat` asks whether one of them has the address.
      const told = { ...values, address: formatAddress(inside) };
      yield finding('warning', 'forward-nobody', at('insideAddress'), told);
    }
  }
}

/** What VirtualBox cannot make of a NAT service. */
export function* gatewayLimits(blueprint: Blueprint, gateway: BlueprintGateway): Iterable<Diagnostic> {
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
  yield* keptAddresses(blueprint, gateway);
  yield* forwardLimits(blueprint, gateway);
}
