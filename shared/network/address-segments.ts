import { fail, ok } from '../base/result.ts';
import { type Address, addressKey, type Cidr, formatAddress, formatCidr } from '../ip/address.ts';
import { parsePrefix } from '../ip/prefix.ts';
import { message } from '../messages/message.ts';
import type { RowChange } from '../model/change.ts';
import type { Edit, TakenIds } from '../model/edit/edit.ts';
import { freshId } from '../model/edit/names.ts';
import { occupiedIn } from '../model/edit/occupied.ts';
import type { Interface, Subnet } from '../model/topology.ts';
import { type AddressPlan, planFor } from './address-plan.ts';
import { type AddressSpace, nextIn, roomOn } from './free-address.ts';
import type { Network, Segment } from './network.ts';
import { leadsOutside } from './outside.ts';
import { saySegment, type Unaddressed, unaddressedOn } from './unaddressed.ts';

export interface AddressSegments {
  readonly network: Network;
  readonly segments: readonly Segment[];
  readonly taken?: TakenIds;
}

/**
 * Gives every interface of the segments that should have an IPv4 address and has none the next free one of its segment's
 * subnet, in the order people count. A NAT service becomes the gateway; a router takes the gateway's address where the
 * subnet names one that nobody has. A segment without a subnet gets the next free 10.0.N.0/24 and a row for it. Where a
 * subnet has too few addresses, it gives those it has.
 */
export const addressSegments: Edit<AddressSegments> = (design, { network, segments, taken = new Set() }) => {
  if (segments.length === 0) return fail(message('edit/gone'));
  const occupied = occupiedIn(design);
  const interfaces: Record<string, RowChange<Interface>> = {};
  const subnets: Record<string, RowChange<Subnet>> = {};
  const made = new Set(taken);
  const givenSoFar: { segment: Segment; address: Address }[] = [];
  let short: { readonly segment: Segment; readonly plan: AddressPlan; readonly count: number } | undefined;
  for (const segment of segments) {
    const open = unaddressedOn(design, segment);
    if (open.length === 0) continue;
    const fresh = Object.values(subnets).flatMap(({ after }) => after?.prefix ?? []);
    const plan = planFor(design, segment, {
      ...occupied,
      prefixes: [...occupied.prefixes, ...prefixesOf(fresh)],
    });
    const { given, gateway } = give({ topology: design, network, given: givenSoFar }, segment, plan, open);
    for (const address of given.values()) givenSoFar.push({ segment, address });
    if (given.size < open.length) short ??= { segment, plan, count: open.length - given.size };
    for (const { id, row } of open) {
      const address = given.get(id);
      if (!address) continue;
      const text = formatCidr({ address, length: plan.prefix.length });
      interfaces[id] = { before: row, after: { ...row, addresses: [...(row.addresses ?? []), text] } };
    }
    const named = gateway && { gateway: formatAddress(gateway) };
    if (plan.kind === 'new' && given.size > 0) {
      const id = freshId(design.subnets, 'subnet', made);
      made.add(id);
      subnets[id] = { after: { ...plan.row, ...named } };
    } else if (plan.kind === 'row' && named && !Object.hasOwn(subnets, plan.id)) {
      subnets[plan.id] = { before: plan.row, after: { ...plan.row, ...named } };
    }
  }
  if (Object.keys(interfaces).length > 0) {
    return ok({ interfaces, ...(Object.keys(subnets).length > 0 && { subnets }) });
  }
  if (!short) {
    const names = segments.slice(0, 3).map((one) => saySegment(design, one));
    return fail(
      message('edit/all-addressed', { segment: names.join(', ') + (segments.length > 3 ? ', …' : '') }),
    );
  }
  const { segment, plan, count } = short;
  return fail(
    message('edit/no-address-left', {
      prefix: formatCidr(plan.prefix),
      count,
      segment: saySegment(design, segment),
    }),
  );
};

interface Given {
  readonly given: ReadonlyMap<string, Address>;
  /** To be written into the subnet's row. */
  readonly gateway: Address | undefined;
}

function give(space: AddressSpace, segment: Segment, plan: AddressPlan, open: readonly Unaddressed[]): Given {
  const { prefix } = plan;
  const room = roomOn(space, segment, prefix);
  const given = new Map<string, Address>();
  const put = ({ id }: Unaddressed, address: Address): void => {
    room.taken.add(addressKey(address));
    given.set(id, address);
  };
  // A wire that leads outside has its gateway there, drawn or not.
  const isOutside = leadsOutside(space.topology, segment);
  const [first] = open;
  const isNat = first?.device.engine === 'nat';
  let gateway: Address | undefined;
  if (first?.device.kind === 'router' && (isNat || !isOutside)) {
    const named = plan.kind === 'row' ? plan.gateway : undefined;
    const address =
      named && !room.held.has(addressKey(named))
        ? named
        : nextIn(room, prefix, isNat ? undefined : room.after);
    if (address) put(first, address);
    if (isGatewayOf(plan, first, open)) gateway = address;
  }
  let last = room.after;
  for (const one of open) {
    if (given.has(one.id)) continue;
    const address = nextIn(room, prefix, last);
    if (!address) break;
    put(one, address);
    last = address;
  }
  return { given, gateway };
}

/** A NAT service is the gateway where none is named; of a new subnet so is the only router. */
function isGatewayOf(plan: AddressPlan, first: Unaddressed, open: readonly Unaddressed[]): boolean {
  if (plan.kind === 'held' || (plan.kind === 'row' && plan.row.gateway !== undefined)) return false;
  const routers = open.filter(({ device }) => device.kind === 'router');
  return first.device.engine === 'nat' || (plan.kind === 'new' && routers.length === 1);
}

function prefixesOf(texts: readonly string[]): Cidr[] {
  return texts.flatMap((text) => parsePrefix(text) ?? []);
}
