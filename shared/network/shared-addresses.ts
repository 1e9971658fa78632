import { groupBy, rowOf } from '../base/by-id.ts';
import { memoLast } from '../base/memo.ts';
import { type Address, addressKey, type Cidr, parseAddress } from '../ip/address.ts';
import { contains, parsePrefix } from '../ip/prefix.ts';
import type { Topology } from '../model/topology.ts';
import type { Network, Segment } from './network.ts';

/** A row of `virtualAddresses` whose address can be read. */
interface SharedAddress {
  readonly address: Address;
  readonly members: ReadonlySet<string>;
}

/** The addresses that several interfaces answer for on purpose, by their key. */
export function sharedAddresses(topology: Topology): ReadonlyMap<string, readonly SharedAddress[]> {
  return byAddress(topology.virtualAddresses);
}

const byAddress = memoLast((table: Topology['virtualAddresses']) => {
  const rows = Object.values(table).flatMap(({ address: text, members }) => {
    const address = parseAddress(text.trim().replace(/\/.*/, ''));
    return address ? [{ address, members: new Set(members) }] : [];
  });
  return groupBy(rows, ({ address }) => addressKey(address));
});

/**
 * Whether two segments are one network by other means than cables: a VXLAN joins them, or a shared address of the prefix has
 * members on both. The same prefix on both is then meant.
 */
export function createJoins(
  topology: Topology,
  network: Pick<Network, 'segmentOf'>,
): (a: Segment, b: Segment, prefix: Cidr) => boolean {
  const overlayOf = overlays(topology);
  const shared = Object.values(topology.virtualAddresses).flatMap(({ address: text, members }) => {
    const prefix = parsePrefix(
      text.trim().includes('/') ? text.trim() : `${text.trim()}/${text.includes(':') ? 128 : 32}`,
    );
    const segments = new Set(members.flatMap((id) => network.segmentOf.get(id)?.id ?? []));
    return prefix ? [{ address: prefix.address, segments }] : [];
  });
  const overlaysOn = (segment: Segment): ReadonlySet<string> =>
    new Set(segment.interfaces.flatMap(({ row }) => overlayOf.get(row.device) ?? []));
  return (a, b, prefix) => {
    const here = overlaysOn(a);
    if (here.size > 0 && [...overlaysOn(b)].some((overlay) => here.has(overlay))) return true;
    return shared.some(
      ({ address, segments }) => segments.has(a.id) && segments.has(b.id) && contains(prefix, address),
    );
  };
}

/** For each device with a VXLAN end the name of its overlay: devices that tunnels connect are in one. */
function overlays(topology: Topology): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    return at;
  };
  for (const { kind, a, b } of Object.values(topology.tunnels)) {
    if (kind !== 'vxlan') continue;
    const ends = [a, b].map((id) => rowOf(topology.interfaces, id)?.device);
    const [one, other] = ends;
    if (one === undefined || other === undefined) continue;
    for (const end of [one, other]) if (!parent.has(end)) parent.set(end, end);
    parent.set(root(one), root(other));
  }
  return new Map([...parent.keys()].map((id) => [id, root(id)]));
}
