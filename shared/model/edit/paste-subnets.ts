import { rowOf, sortedRows } from '../../base/by-id.ts';
import { sameValue } from '../../base/json.ts';
import { formatCidr, parseCidr } from '../../ip/address.ts';
import { prefixKey } from '../../ip/free-prefix.ts';
import { contains, parsePrefix } from '../../ip/prefix.ts';
import type { RowChange } from '../change.ts';
import type { Design } from '../design.ts';
import type { Subnet } from '../topology.ts';
import { withFields } from './fields.ts';
import type { Islands } from './islands.ts';
import type { Ids } from './paste-ids.ts';
import { type Pasting, pastedRow } from './paste-row.ts';
import { followAddress } from './paste-texts.ts';

/**
 * Subnets of the lab that were left without their switch when it was cut, by the subnet of the clip that they were: the
 * paste gives them their switch back instead of adding them a second time.
 */
export function leftSubnets(design: Design, clip: Design): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const given = new Set<string>();
  for (const [id, row] of sortedRows(clip.subnets)) {
    if (!rowOf(clip.devices, row.switch)) continue;
    const bare = withFields(row, {
      switch: undefined,
      ...(rowOf(clip.devices, row.dhcpServer) && { dhcpServer: undefined }),
    });
    const left = sortedRows(design.subnets).find(
      ([other, one]) => !given.has(other) && sameValue(one, bare) && !isInUse(design, one),
    );
    if (!left) continue;
    given.add(left[0]);
    result.set(id, left[0]);
  }
  return result;
}

function isInUse(design: Design, row: Subnet): boolean {
  const prefix = parsePrefix(row.prefix.trim());
  return Object.values(design.interfaces).some(({ addresses = [] }) =>
    addresses.some((text) => {
      const address = parseCidr(text.trim())?.address;
      return prefix !== undefined && address !== undefined && contains(prefix, address);
    }),
  );
}

/** The subnets of a clip in this lab; one that says what a subnet here says already is left out. */
export function pastedSubnets(
  pasting: Pasting,
  islands: Islands,
  left: ReadonlyMap<string, string>,
  ids: Ids,
): Record<string, RowChange<Subnet>> {
  const { design, clip, to, addresses } = pasting;
  const known = new Map(Object.entries(design.subnets).map(([id, row]) => [keyOf(row), id]));
  const result: Record<string, RowChange<Subnet>> = {};
  for (const [id, row] of sortedRows(clip.subnets)) {
    const island = islands.ofSwitch(row.switch);
    const on = island === undefined ? [] : [island];
    const prefix = parsePrefix(row.prefix.trim());
    const moved = prefix && island !== undefined ? addresses.followPrefix(prefix, on) : undefined;
    const after = withFields(pastedRow(pasting, 'subnets', row) ?? row, {
      switch: to.device(row.switch),
      dhcpServer: to.device(row.dhcpServer),
      zone: row.zone === undefined ? undefined : to.row('zones', row.zone),
      prefix: moved ? formatCidr(moved) : row.prefix,
      gateway: row.gateway === undefined ? undefined : followAddress(addresses, row.gateway, on),
    });
    const again = left.get(id);
    const before = rowOf(design.subnets, again);
    const now = again !== undefined && before ? again : (known.get(keyOf(after)) ?? ids.fresh('subnet', id));
    if (again !== undefined && before) result[again] = { before, after };
    else if (!known.has(keyOf(after))) result[now] = { after };
    known.set(keyOf(after), now);
    to.became('subnets', id, now);
  }
  return result;
}

function keyOf(row: Subnet): string {
  const prefix = parsePrefix(row.prefix.trim());
  return `${row.switch ?? ''} ${prefix ? prefixKey(prefix) : row.prefix}`;
}
