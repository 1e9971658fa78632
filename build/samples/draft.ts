import type { Position } from '../../shared/model/design.ts';
import { type Design, emptyDesign } from '../../shared/model/design.ts';
import type { Device, Interface } from '../../shared/model/topology.ts';

type Tables = { -readonly [Name in keyof Design]: { -readonly [Id in string]: Design[Name][string] } };

/** A lab under construction, for the samples that are made by a script. */
export interface Draft {
  readonly tables: Tables;
  device(id: string, row: Omit<Device, 'name'>, at?: Position): string;
  /** Adds an interface `<device>.<name>` and gives its id. */
  port(device: string, name: string, row?: Partial<Interface>): string;
  cable(a: string, b: string, row?: { readonly mtu?: number }): void;
}

export function startDraft(lab: {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}): Draft {
  const tables = structuredClone(emptyDesign(lab)) as Tables;
  let cables = 0;
  return {
    tables,
    device(id, row, at) {
      tables.devices[id] = { name: id, ...row };
      if (at) tables.positions[id] = at;
      return id;
    },
    port(device, name, row = {}) {
      const id = `${device}.${name}`;
      tables.interfaces[id] = { device, name, ...row };
      return id;
    },
    cable(a, b, row = {}) {
      tables.links[`link${++cables}`] = { a, b, ...row };
    },
  };
}
