import { rowOf, sortedRows } from '../../base/by-id.ts';
import type { Design } from '../design.ts';

/** Which switches are cabled together, and so can be one network, whatever their VLANs. */
export interface Islands {
  /** Any name that a switch shares with those it is cabled to; undefined for what is no switch. */
  ofSwitch(device: string | undefined): string | undefined;
  /**
   * The same for the switch that an interface, or the interface it sits on, is cabled to. A NAT service without any cable
   * is a network to itself.
   */
  ofInterface(id: string): string | undefined;
}

export function islandsOf(design: Design): Islands {
  const parent = new Map<string, string>();
  for (const [id, { kind }] of sortedRows(design.devices)) if (kind === 'switch') parent.set(id, id);
  const find = (device: string): string => {
    let root = device;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    return root;
  };
  const switchOf = new Map<string, string>();
  const cabled = new Set<string | undefined>();
  for (const { a, b } of Object.values(design.links)) {
    const [from, to] = [rowOf(design.interfaces, a)?.device, rowOf(design.interfaces, b)?.device];
    if (from === undefined || to === undefined) continue;
    cabled.add(from).add(to);
    if (parent.has(from) && parent.has(to)) parent.set(find(from), find(to));
    if (parent.has(to)) switchOf.set(a, to);
    if (parent.has(from)) switchOf.set(b, from);
  }
  const ofSwitch: Islands['ofSwitch'] = (device) =>
    device !== undefined && parent.has(device) ? find(device) : undefined;
  const loneNat = (device: string | undefined) =>
    rowOf(design.devices, device)?.engine === 'nat' && !cabled.has(device) ? device : undefined;
  return {
    ofSwitch,
    ofInterface: (id) => {
      const row = rowOf(design.interfaces, id);
      return (
        ofSwitch(switchOf.get(id)) ??
        ofSwitch(switchOf.get(row?.parent ?? '')) ??
        ofSwitch(row?.device) ??
        loneNat(row?.device)
      );
    },
  };
}
