import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseCidr } from '../../ip/address.ts';
import { contains, prefixOf } from '../../ip/prefix.ts';
import type { Place } from '../../model/design.ts';
import type { Purpose } from '../target.ts';
import { atDevice, atLab, finding } from './diagnose.ts';
import { networkName } from './names.ts';
import { plan } from './plan.ts';
import type { Operation } from './operation.ts';
import { type Forward, type Observed, type ObservedMachine, ownerMark, type TakenPort } from './state.ts';
import { wanted, type Wanted } from './wanted.ts';

const isEvery = (address: string): boolean => address === '' || address === '0.0.0.0';

function overlaps(a: string, b: string): boolean {
  const [left, right] = [parseCidr(a), parseCidr(b)].map((cidr) => cidr && prefixOf(cidr));
  return (
    left !== undefined &&
    right !== undefined &&
    (contains(left, right.address) || contains(right, left.address))
  );
}

function placeOf(uuid: string, wish: Wanted): Place {
  const device = wish.machines.find((machine) => machine.uuid === uuid)?.device;
  return device === undefined ? atLab : atDevice(device);
}

function gatewayPlace(blueprint: Blueprint, network: string): Place {
  const gateway = blueprint.gateways.find(({ segments }) =>
    segments.some((segment) => networkName(blueprint.lab.id, segment) === network),
  );
  return gateway ? atDevice(gateway.device) : atLab;
}

function* takenPorts(
  forwards: readonly Forward[],
  ports: readonly TakenPort[],
  at: Place,
): Iterable<Diagnostic> {
  for (const { name, protocol, listenAddress, listenPort } of forwards) {
    for (const taken of ports) {
      const isSame =
        taken.protocol === protocol &&
        taken.port === listenPort &&
        (taken.address === listenAddress || isEvery(taken.address) || isEvery(listenAddress));
      if (isSame) {
        yield finding('error', 'port-taken', at, {
          rule: name,
          protocol,
          port: listenPort,
          owner: taken.owner,
        });
      }
    }
  }
}

function* inTheWay(blueprint: Blueprint, wish: Wanted, observed: Observed): Iterable<Diagnostic> {
  const { machines, natNetworks } = observed.foreign;
  // What has to go before anything is made takes its ports along.
  const going = new Set(
    [
      ...machines.filter(({ uuid }) => wish.machines.some((one) => one.uuid === uuid)),
      ...natNetworks.filter(({ name }) => wish.natNetworks.some((one) => one.name === name)),
    ].map(({ name }) => name),
  );
  const ports = observed.foreign.ports.filter(({ owner }) => !going.has(owner));
  for (const { uuid, name, device, cards } of wish.machines) {
    const foreign = machines.find((machine) => machine.uuid === uuid);
    const values = { name, uuid, other: foreign?.name ?? '' };
    if (foreign?.mark === ownerMark(blueprint.lab.id, uuid))
      yield finding('error', 'uuid-marked', atDevice(device), values);
    else if (foreign) yield finding('error', 'uuid-taken', atDevice(device), values);
    for (const { attachment } of cards) {
      if (attachment.kind === 'nat') yield* takenPorts(attachment.forwards, ports, atDevice(device));
    }
  }
  for (const network of wish.natNetworks) {
    const at = gatewayPlace(blueprint, network.name);
    for (const foreign of natNetworks) {
      if (foreign.name === network.name)
        yield finding('error', 'network-taken', at, { network: network.name });
      else if (overlaps(foreign.cidr, network.cidr)) {
        const values = { subnet: network.cidr, other: foreign.name, otherSubnet: foreign.cidr };
        yield finding('warning', 'network-overlaps', at, values);
      }
    }
    yield* takenPorts(network.forwards, ports, at);
  }
}

function* notNow(machine: ObservedMachine, isDeleted: boolean, at: Place): Iterable<Diagnostic> {
  const { name } = machine;
  if (machine.state === 'running') yield finding('error', 'machine-running', at, { name });
  if (machine.state === 'saved') yield finding('error', 'machine-saved', at, { name });
  if (isDeleted && machine.hasSnapshots) yield finding('error', 'machine-snapshots', at, { name });
}

/** Machines of others lose their network with a deletion, and with a change of subnet their addresses do not fit. */
function* usedByOthers(operation: Operation, observed: Observed, blueprint: Blueprint): Iterable<Diagnostic> {
  const isDeleted = operation.kind === 'delete-nat-network';
  if (!isDeleted && operation.kind !== 'configure-nat-network') return;
  const network = isDeleted ? operation.name : operation.network.name;
  const before = observed.natNetworks.find(({ name }) => name === network)?.cidr ?? '';
  const after = isDeleted ? undefined : operation.network.cidr;
  if (before === after) return;
  const at = gatewayPlace(blueprint, network);
  for (const { name, natNetworks } of observed.foreign.machines) {
    if (!natNetworks.includes(network)) continue;
    if (after === undefined) yield finding('error', 'network-used', at, { name, network });
    else yield finding('warning', 'network-moves', at, { name, network, before, after });
  }
}

/** What stands in the way of a plan: names, ports and addresses of others, and machines that cannot change now. */
export function* obstacles(blueprint: Blueprint, observed: Observed, purpose: Purpose): Iterable<Diagnostic> {
  const wish: Wanted = purpose === 'destroy' ? { machines: [], natNetworks: [] } : wanted(blueprint);
  const places = wanted(blueprint);
  yield* inTheWay(blueprint, wish, observed);
  for (const { uuid, path, ours } of observed.unreadable) {
    const at = placeOf(uuid, places);
    yield finding(ours ? 'error' : 'warning', ours ? 'unreadable-ours' : 'unreadable', at, { path, uuid });
  }
  for (const { operation, action } of plan(blueprint, observed, purpose).steps) {
    yield* usedByOthers(operation, observed, blueprint);
    if (operation.kind !== 'configure-machine' && operation.kind !== 'delete-machine') continue;
    const machine = observed.machines.find(({ uuid }) => uuid === operation.uuid);
    if (machine) yield* notNow(machine, action === 'delete', placeOf(operation.uuid, places));
  }
}
