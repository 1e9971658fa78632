import { ok } from '../../base/result.ts';
import type { Edit, TakenIds } from './edit.ts';
import { freshId } from './names.ts';

/** Adds a subnet; its prefix is kept as typed and may be wrong until it is mended. */
export const addSubnet: Edit<{ readonly prefix: string; readonly taken: TakenIds }> = (
  design,
  { prefix, taken },
) => ok({ subnets: { [freshId(design.subnets, 'subnet', taken)]: { after: { prefix: prefix.trim() } } } });
