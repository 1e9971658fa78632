import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange, type Change, invertChange } from '../../../../shared/model/change.ts';
import { type Design, tableNames } from '../../../../shared/model/design.ts';
import { addDevice, type NewDevice } from '../../../../shared/model/edit/add-device.ts';
import { addInterface } from '../../../../shared/model/edit/add-interface.ts';
import { connect } from '../../../../shared/model/edit/connect.ts';
import { disconnect } from '../../../../shared/model/edit/disconnect.ts';
import { forwardPort } from '../../../../shared/model/edit/forward-port.ts';
import { move } from '../../../../shared/model/edit/move.ts';
import { remove } from '../../../../shared/model/edit/remove.ts';
import { rename } from '../../../../shared/model/edit/rename.ts';
import { setAddresses } from '../../../../shared/model/edit/set-addresses.ts';
import { setField } from '../../../../shared/model/edit/set-field.ts';
import { empty } from './lab.ts';

interface Deed {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly text: string;
}

const entries: NewDevice[] = ['vm', 'switch', 'nat-network', 'nat', 'router', 'host', 'internet'];
const texts = fc.constantFrom(
  '10.0.0.1/24',
  'nonsense',
  '',
  'web1',
  '1500',
  '80',
  'trunk',
  'constructor',
  '10.0.10.7/24',
);
const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.nat({ max: 10 }),
  a: fc.nat({ max: 50 }),
  b: fc.nat({ max: 50 }),
  text: texts,
});

function pick(table: Readonly<Record<string, unknown>>, index: number): string {
  const ids = Object.keys(table);
  return ids[index % Math.max(1, ids.length)] ?? 'gone';
}

function changeFor(
  design: Design,
  { what, a, b, text }: Deed,
  taken: ReadonlySet<string>,
): Change | undefined {
  const [device, other, port] = [
    pick(design.devices, a),
    pick(design.devices, b),
    pick(design.interfaces, b),
  ];
  const results = [
    () => addDevice(design, { entry: entries[a % entries.length] ?? 'vm', at: { x: a, y: b }, taken }),
    () => connect(design, { from: { device }, to: { device: other }, taken }),
    () => connect(design, { from: { device }, to: { interface: port }, taken }),
    () => disconnect(design, { link: pick(design.links, a) }),
    () => remove(design, { rows: [{ table: 'devices', row: device }] }),
    () => remove(design, { rows: [{ table: 'interfaces', row: port }] }),
    () => rename(design, { table: 'devices', row: device, name: text }),
    () => setAddresses(design, { interface: port, text }),
    () => setField(design, { table: 'interfaces', row: port, field: a % 2 ? 'mtu' : 'mode', text }),
    () => addInterface(design, { device, taken }),
    () =>
      b % 2
        ? move(design, { [device]: { x: a, y: b } })
        : forwardPort(design, { device, protocol: 'tcp', listenPort: text, insidePort: '80', taken }),
  ];
  const result = results[what]?.();
  return result?.ok ? result.value : undefined;
}

it('undoing every edit gives the design of the start, and redoing them that of the end', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const taken = new Set<string>();
      const history: Change[] = [];
      let design = empty;
      for (const one of deeds) {
        const change = changeFor(design, one, taken);
        if (!change) continue;
        for (const table of tableNames) {
          for (const [id, row] of Object.entries(change[table] ?? {})) {
            if (row.before !== undefined || table === 'positions') continue;
            expect(taken.has(id) && !Object.hasOwn(design[table], id), `${table} ${id} is given twice`).toBe(
              false,
            );
            taken.add(id);
          }
        }
        history.push(change);
        design = applyChange(design, change);
      }
      for (const link of Object.values(design.links)) {
        expect(Object.hasOwn(design.interfaces, link.a) && Object.hasOwn(design.interfaces, link.b)).toBe(
          true,
        );
      }
      const undone = history.reduceRight((state, change) => applyChange(state, invertChange(change)), design);
      expect(undone).toEqual(empty);
      expect(history.reduce(applyChange, undone)).toEqual(design);
    }),
    { numRuns: 300 },
  );
});
