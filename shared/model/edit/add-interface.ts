import { rowOf } from '../../base/by-id.ts';
import { fail, ok } from '../../base/result.ts';
import { message } from '../../messages/message.ts';
import type { Edit, TakenIds } from './edit.ts';
import { idLike } from './names.ts';
import { interfacesOf, mostCards, nextInterfaceName, takesCable } from './ports.ts';

/** Adds an interface without a cable. */
export const addInterface: Edit<{ readonly device: string; readonly taken: TakenIds }> = (
  design,
  { device, taken },
) => {
  const row = rowOf(design.devices, device);
  if (!row) return fail(message('edit/gone'));
  const count = interfacesOf(design, device).filter(([, one]) => takesCable(one)).length;
  const isMachine = row.kind === 'vm' || (row.kind === 'router' && row.engine === undefined);
  if (isMachine && count >= mostCards) return fail(message('edit/too-many-cards', { name: row.name }));
  const name = nextInterfaceName(design, device, row);
  return ok({
    interfaces: { [idLike(design.interfaces, `${device}.${name}`, taken)]: { after: { device, name } } },
  });
};
