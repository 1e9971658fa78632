import { rowOf } from '../../shared/base/by-id.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { move, type Move } from '../../shared/model/edit/move.ts';
import { placeOn } from '../../shared/model/edit/place-on.ts';
import { inTurn } from '../../shared/model/edit/in-turn.ts';
import { designStore, run } from '../stores/design-store.ts';
import { report } from './report.ts';

/** Devices and the host they come to; undefined is this computer. */
export type Placements = ReadonlyMap<string | undefined, readonly string[]>;

/** Moves devices and notes and says which host runs them now, as one step. */
export function dropThings(to: Move, placements: Placements): void {
  const edits = inTurn<Move>(
    move,
    ...[...placements].map(
      ([host, devices]) =>
        (design: Parameters<typeof placeOn>[0]) =>
          placeOn(design, { devices, host }),
    ),
  );
  report(run(edits, to, dropLabel(to, placements)));
}

function dropLabel(to: Move, placements: Placements): Message {
  const count = Object.keys(to.devices ?? {}).length + Object.keys(to.notes ?? {}).length;
  const [[host, devices] = [undefined, []]] = [...placements];
  if (devices.length === 0 || placements.size > 1) return message('edit/move', { count });
  if (host === undefined) return message('edit/place-here', { count: devices.length });
  const name = rowOf(designStore.getState().design.devices, host)?.name ?? host;
  return message('edit/place-on', { count: devices.length, host: name });
}
