import { rowOf, type Table } from '../../base/by-id.ts';
import type { Json } from '../../base/json.ts';

/** A cable from something copied to the port of a switch that stayed behind. */
export interface CutCable {
  /** The copied interface, by its id in the clip. */
  readonly own: string;
  /** The port of the switch, by its id in the lab that was copied from. */
  readonly peer: string;
  /** The id it had. */
  readonly link?: string | undefined;
  readonly mtu?: number | undefined;
  readonly medium?: string | undefined;
}

/** The member of a clip's file that carries them. */
const member = 'clip';

/** How a clip carries its cut cables in the `extra` of its design; nothing where there are none. */
export function writeCutCables(cables: readonly CutCable[]): Record<string, Json> {
  if (cables.length === 0) return {};
  const rows = cables.map(
    ({ own, peer, link, mtu, medium }): Json => ({
      own,
      peer,
      ...(link !== undefined && { link }),
      ...(mtu !== undefined && { mtu }),
      ...(medium !== undefined && { medium }),
    }),
  );
  return { [member]: { cables: rows } };
}

/** The cut cables of a clip. It comes through the clipboard, where anybody can write: what has another form is left out. */
export function readCutCables(extra: Table<Json>): CutCable[] {
  const cables = memberOf(rowOf(extra, member), 'cables');
  return (Array.isArray(cables) ? cables : []).flatMap((row: Json) => {
    const [own, peer] = [memberOf(row, 'own'), memberOf(row, 'peer')];
    if (typeof own !== 'string' || typeof peer !== 'string') return [];
    const link = memberOf(row, 'link');
    const [mtu, medium] = [memberOf(row, 'mtu'), memberOf(row, 'medium')];
    return [
      {
        own,
        peer,
        ...(typeof link === 'string' && { link }),
        ...(typeof mtu === 'number' && Number.isSafeInteger(mtu) && mtu >= 1 && { mtu }),
        ...(typeof medium === 'string' && medium.length <= 200 && { medium }),
      },
    ];
  });
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return rowOf(value as Readonly<Record<string, Json>>, name);
}
