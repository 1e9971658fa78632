import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/base/json.ts';
import { readDesign } from '../../../../shared/file/read.ts';
import { writeDesign } from '../../../../shared/file/write.ts';
import { applyChange, type Change, invertChange } from '../../../../shared/model/change.ts';
import { type Design, type Position, tableNames } from '../../../../shared/model/design.ts';
import { addDevice, type NewDevice } from '../../../../shared/model/edit/add-device.ts';
import { addInterface } from '../../../../shared/model/edit/add-interface.ts';
import { addMany } from '../../../../shared/model/edit/add-many.ts';
import { type AddRow, addRow } from '../../../../shared/model/edit/add-row.ts';
import { arranged, arrangements } from '../../../../shared/model/edit/arrange.ts';
import { clipOf } from '../../../../shared/model/edit/clip.ts';
import { connect } from '../../../../shared/model/edit/connect.ts';
import { disconnect } from '../../../../shared/model/edit/disconnect.ts';
import { forwardPort } from '../../../../shared/model/edit/forward-port.ts';
import { group, ungroup } from '../../../../shared/model/edit/group.ts';
import { move } from '../../../../shared/model/edit/move.ts';
import { addNote, changeNote } from '../../../../shared/model/edit/note.ts';
import { paste } from '../../../../shared/model/edit/paste.ts';
import { placeOn } from '../../../../shared/model/edit/place-on.ts';
import { remove } from '../../../../shared/model/edit/remove.ts';
import { rename } from '../../../../shared/model/edit/rename.ts';
import { setAddresses } from '../../../../shared/model/edit/set-addresses.ts';
import { type FieldTable, setField } from '../../../../shared/model/edit/set-field.ts';
import { setFields } from '../../../../shared/model/edit/set-fields.ts';
import type { Field, Needed } from '../../../../shared/model/field.ts';
import { fields, fieldTables } from '../../../../shared/model/fields.ts';
import { addressSegments } from '../../../../shared/network/address-segments.ts';
import { derive } from '../../../../shared/network/derive.ts';
import { anyLab } from '../designs.ts';
import { after, empty, labOf, none } from './lab.ts';
import { typedFor } from './typed.ts';

interface Deed {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly text: string;
}

const rowTables = [
  'zones',
  'vlans',
  'subnets',
  'bonds',
  'routes',
  'nat',
  'publicPools',
  'reservations',
  'relays',
  'virtualAddresses',
  'tunnels',
  'firewall',
  'services',
  'qos',
  'expectations',
  'checks',
] as const satisfies AddRow['table'][];
const changedTables = [
  ...rowTables,
  'lab',
  'devices',
  'interfaces',
  'links',
  'groups',
  'notes',
] as const satisfies FieldTable[];

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
  what: fc.nat({ max: 33 }),
  a: fc.nat({ max: 50 }),
  b: fc.nat({ max: 50 }),
  c: fc.nat({ max: 50 }),
  text: texts,
});

function pick(table: Readonly<Record<string, unknown>>, index: number): string {
  const ids = Object.keys(table);
  return ids[index % Math.max(1, ids.length)] ?? 'gone';
}

function boxesOf(design: Design): Record<string, Position & { width: number; height: number }> {
  return Object.fromEntries(
    Object.entries(design.positions).map(([id, at]) => [id, { ...at, width: 168, height: 52 }]),
  );
}

function changeFor(
  design: Design,
  { what, a, b, c, text }: Deed,
  taken: ReadonlySet<string>,
): Change | undefined {
  const [device, other, port] = [
    pick(design.devices, a),
    pick(design.devices, b),
    pick(design.interfaces, b),
  ];
  const typed = (field: Field, at: number): string => {
    const all = typedFor(design, field);
    return all[at % all.length] ?? '';
  };
  const results = [
    () => {
      const table = rowTables[a % rowTables.length] ?? 'routes';
      // Mostly what fits, so that rows come about; one field of any kind else.
      const row = Object.entries<Field & Needed>(fields[table]).map(([name, field], index) => [
        name,
        field.needed ? (typedFor(design, field)[0] ?? '') : (b + index) % 3 === 0 ? typed(field, b) : '',
      ]);
      return addRow(design, { table, row: Object.fromEntries(row), taken });
    },
    () => {
      const table = changedTables[a % changedTables.length] ?? 'routes';
      const known = Object.entries<Field>(fields[table]);
      const [field, about] = known[b % known.length] ?? [];
      if (field === undefined || about === undefined) return undefined;
      return setField(design, { table, row: pick(design[table], a + b), field, text: typed(about, c) });
    },
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
        ? move(design, { devices: { [device]: { x: a, y: b } } })
        : forwardPort(design, { device, protocol: 'tcp', listenPort: text, insidePort: '80', taken }),
    () =>
      addMany(design, { entry: entries[b % entries.length] ?? 'vm', at: { x: b, y: a }, taken, count: 3 }),
    () => addRow(design, { table: 'subnets', row: { prefix: text }, taken }),
    () =>
      addRow(design, {
        table: 'services',
        row: { device, name: text, protocol: 'tcp', port: String(a) },
        taken,
      }),
    () => group(design, { devices: [device, other], name: text, taken }),
    () => ungroup(design, { groups: [pick(design.groups, a)] }),
    () => addNote(design, { at: { x: a, y: b }, text, taken }),
    () => changeNote(design, { note: pick(design.notes, a), to: { text, width: b } }),
    () => rename(design, { table: a % 2 ? 'groups' : 'lab', row: pick(design.groups, b), name: text }),
    () =>
      remove(design, {
        rows: [
          { table: 'devices', row: device },
          { table: 'notes', row: pick(design.notes, b) },
        ],
      }),
    () =>
      placeOn(design, {
        devices: [device],
        host: a % 3 ? other : undefined,
        positions: { [device]: { x: a, y: b } },
      }),
    () =>
      setFields(design, {
        table: 'interfaces',
        rows: Object.keys(design.interfaces).slice(a % 3, 3 + (b % 5)),
        field: ['mtu', 'mac', 'vlan'][a % 3] ?? 'mtu',
        text,
      }),
    () =>
      move(design, {
        devices: arranged(boxesOf(design), arrangements[a % arrangements.length] ?? 'align-left'),
      }),
    () => {
      const network = derive(design);
      const segments = network.segments.filter((_segment, index) => (a + index) % 3 > 0);
      return addressSegments(design, { network, segments, taken });
    },
    () => {
      const devices = new Set(Object.keys(design.devices).filter((_id, index) => (a >> (index % 6)) & 1));
      const clip = clipOf(design, { devices, notes: new Set([pick(design.notes, b)]) });
      return (
        clip && paste(design, { clip, ...(b % 2 ? { by: { x: a, y: b } } : { at: { x: a, y: b } }), taken })
      );
    },
    () =>
      remove(design, {
        rows: [
          { table: 'subnets', row: pick(design.subnets, a) },
          { table: 'nat', row: pick(design.nat, b) },
        ],
      }),
  ];
  // Rows and fields of any table are most of what there is to edit, so the numbers past the list are theirs.
  const result = (results[what] ?? results[what % 2])?.();
  return result?.ok ? result.value : undefined;
}

/** Labs to begin with: none yet, one that was drawn, and any that a file may hold. */
const starts: fc.Arbitrary<Design> = fc.oneof(
  fc.constant(empty),
  fc.constant(labOf('nat-network', 'vm', 'vm', 'switch', 'router', 'host', 'nat')),
  anyLab,
);

it('undoing every edit gives the files before it, byte for byte, and redoing them those after', () => {
  fc.assert(
    fc.property(starts, fc.array(deed, { minLength: 5, maxLength: 30, size: 'max' }), (start, deeds) => {
      const taken = new Set(tableNames.flatMap((table) => Object.keys(start[table])));
      const history: { readonly change: Change; readonly file: string }[] = [];
      let design = start;
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
        history.push({ change, file: writeDesign(design) });
        design = applyChange(design, change);
      }
      for (const [id, { a, b }] of Object.entries(design.links)) {
        const isWhole = Object.hasOwn(design.interfaces, a) && Object.hasOwn(design.interfaces, b);
        expect(isWhole || Object.hasOwn(start.links, id), `${id} leads nowhere`).toBe(true);
      }
      const last = writeDesign(design);
      let undone = design;
      for (const { change, file } of history.toReversed()) {
        undone = applyChange(undone, invertChange(change));
        expect(writeDesign(undone)).toBe(file);
      }
      expect(undone).toEqual(start);
      let redone = undone;
      for (const [index, { change }] of history.entries()) {
        redone = applyChange(redone, change);
        expect(writeDesign(redone)).toBe(history[index + 1]?.file ?? last);
      }
    }),
    { numRuns: 120 },
  );
}, 60_000);

it('every table that edits change is one of those above', () => {
  const given = new Set<string>(changedTables);
  expect(fieldTables.filter((table) => !given.has(table))).toEqual(['positions']);
});

/** A lab with a row in every table. */
const full = rowTables.reduce(
  (design, table) => {
    const row = Object.entries<Field & Needed>(fields[table]).map(([name, field]) => [
      name,
      field.needed ? (typedFor(design, field)[0] ?? '') : '',
    ]);
    return after(design, addRow, { table, row: Object.fromEntries(row), taken: none });
  },
  after(
    after(labOf('nat-network', 'vm', 'switch', 'router', 'host'), addNote, {
      at: { x: 0, y: 0 },
      text: 'n',
      taken: none,
    }),
    group,
    { devices: ['vm1'], name: 'g', taken: none },
  ),
);

it.each(changedTables)('setting any field of %s to anything is undone byte for byte, or refused', (table) => {
  const before = writeDesign(full);
  const [row = 'none'] = Object.keys(full[table]);
  const outcomes = Object.entries<Field & Needed>(fields[table]).map(([field, about]) => {
    const taken = typedFor(full, about).filter((text) => {
      const result = setField(full, { table, row, field, text });
      if (!result.ok) return false;
      const now = applyChange(full, result.value);
      const file = writeDesign(now);
      expect(canonicalJson(readDesign(file).design)).toBe(canonicalJson(now));
      expect(writeDesign(applyChange(now, invertChange(result.value)))).toBe(before);
      return file !== before;
    });
    const isFixed = about.fixed || about.type === 'name' || about.type === 'uuid';
    return { field, isChanged: taken.length > 0, isFixed: isFixed === true };
  });
  expect(outcomes.filter(({ isChanged, isFixed }) => isChanged === isFixed)).toEqual([]);
});
