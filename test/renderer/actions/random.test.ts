import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { type CommandId, commandList } from '../../../shared/contract/commands.ts';
import { readDesign } from '../../../shared/file/read.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { writeDesign } from '../../../shared/file/write.ts';
import type { Design } from '../../../shared/model/design.ts';
import { openPage } from './page.ts';

const page = openPage();
const { perform } = await import('../../../renderer/actions/index.ts');
const { addManyDevices } = await import('../../../renderer/actions/add-many.ts');
const { typeAddresses } = await import('../../../renderer/actions/address.ts');
const { changeFields, placeDevices } = await import('../../../renderer/actions/edit-many.ts');
const { cable } = await import('../../../renderer/actions/cable.ts');
const { openFile } = await import('../../../renderer/actions/files.ts');
const { editNote } = await import('../../../renderer/actions/notes.ts');
const { selected } = await import('../../../renderer/actions/selection.ts');
const { select } = await import('../../../renderer/stores/canvas-store.ts');
const { designStore } = await import('../../../renderer/stores/design-store.ts');
const { viewStore } = await import('../../../renderer/stores/view-store.ts');

/** How many sequences: few in the suite, many in `npm run prove:actions`. */
const runs = Number(process.env['NETLOOM_PROVE_RUNS'] ?? 80);
const seed = Number(process.env['NETLOOM_PROVE_SEED'] ?? 20261125);
const file = 'lab.netloom.json';
const sketch = sketchDesign(`
  router nat1 10.0.10.1/24 engine=nat
  switch sw1
  vm web1 10.0.10.11/24
  vm web2 10.0.10.11/24
  vm db1
  host host1
  nat1 -- sw1
  web1 -- sw1
  web2 -- sw1
  db1 -- sw1
  vlan 10 name=office
  subnet 10.0.10.0/24 gateway=10.0.10.1 switch=sw1
  nat nat1 tcp 127.0.0.1:8080 -> 10.0.10.11:80
`);

const start: Design = {
  ...sketch,
  groups: { front: { name: 'front', devices: ['db1', 'web2'] }, alone: { name: 'alone', devices: ['sw1'] } },
  notes: { note1: { text: 'first\nsecond', x: 40, y: 300, width: 200, height: 96 } },
  positions: Object.fromEntries(
    Object.keys(sketch.devices).map((id, index) => [id, { x: index * 137, y: (index % 3) * 91 + index }]),
  ),
};

/** The commands that change the lab. */
const edits = commandList
  .map(({ id }) => id)
  .filter((id) =>
    /^(cut|paste|duplicate|remove|add-.*|align-.*|distribute-.*|group|ungroup|fix-problem|address-segment)$/.test(
      id,
    ),
  );

afterAll(() => page.close());

/** One thing a person does. */
type Deed =
  | { readonly do: 'command'; readonly command: CommandId }
  | { readonly do: 'select'; readonly picks: readonly number[] }
  | { readonly do: 'type'; readonly text: string; readonly pick: number }
  | { readonly do: 'place' | 'cable' | 'many'; readonly pick: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      command: fc.constantFrom(...commandList.map(({ id }) => id)),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      command: fc.constantFrom(...edits),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('select' as const),
      picks: fc.array(fc.nat({ max: 60 }), { maxLength: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      text: fc.constantFrom('/24', '10.0.10.77/24', 'nonsense', '', '9000', 'true', 'two\nlines'),
      pick: fc.nat({ max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('place' as const, 'cable' as const, 'many' as const),
      pick: fc.nat({ max: 60 }),
    }),
  },
);

const design = () => designStore.getState().design;
const text = (): string => writeDesign(design());
const pickOf = (ids: readonly string[], pick: number): string => ids[pick % Math.max(1, ids.length)] ?? '';

function carryOut(one: Deed): void {
  const { devices, interfaces, notes, groups, links } = design();
  switch (one.do) {
    case 'command':
      return perform(one.command);
    case 'select': {
      const picked = (table: object, kind: number) =>
        one.picks.filter((pick) => pick % 4 === kind).map((pick) => pickOf(Object.keys(table), pick >> 2));
      // Mostly devices: that is what most commands are about.
      const some = [...picked(devices, 0), ...picked(devices, 1)];
      return select({
        devices: some,
        notes: picked(notes, 2),
        groups: one.picks.includes(7) ? picked(groups, 3) : [],
        links: one.picks.includes(11) ? picked(links, 3) : [],
      });
    }
    case 'type': {
      const id = pickOf(Object.keys(interfaces), one.pick);
      const note = pickOf(Object.keys(notes), one.pick);
      if (one.pick % 3 === 0 && note !== '') return editNote(note, { text: one.text });
      if (one.pick % 3 === 1) return void typeAddresses(id, one.text);
      const rows = Object.keys(interfaces).filter((row) => row.length % 2 === one.pick % 2);
      return void changeFields({ table: 'interfaces', field: 'mtu', rows, text: one.text });
    }
    case 'place': {
      const hosts = Object.keys(devices).filter((id) => devices[id]?.kind === 'host');
      return placeDevices([...selected().devices], one.pick % 2 === 0 ? undefined : pickOf(hosts, one.pick));
    }
    case 'cable':
      return cable(
        { device: pickOf(Object.keys(devices), one.pick) },
        { device: pickOf(Object.keys(devices), one.pick * 7 + 1) },
      );
    case 'many':
      return addManyDevices({ entry: one.pick % 2 === 0 ? 'vm' : 'nat-network', count: 1 + (one.pick % 4) });
  }
}

it('any sequence of commands can be undone step by step to the same file, byte for byte, and done again', async () => {
  const did = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 40, size: 'max' }), async (deeds) => {
      writeFileSync(join(page.workspace, file), writeDesign(start));
      await openFile(file);
      viewStore.setState({ dialog: undefined, problem: undefined, bottom: undefined });
      /** The file after each step of the history, the first before any. */
      let files = [text()];
      let lab = designStore.getState().opened;
      for (const one of deeds) {
        const before = designStore.getState();
        carryOut(one);
        await page.settled();
        viewStore.setState({ dialog: undefined });
        const now = designStore.getState();
        if (now.opened !== lab) {
          lab = now.opened;
          files = [text()];
          continue;
        }
        if (now.history === before.history) {
          expect(text(), 'what is no step changes nothing').toBe(files[now.history.length]);
          continue;
        }
        const isUndo = one.do === 'command' && (one.command === 'undo' || one.command === 'redo');
        if (isUndo) {
          expect(text()).toBe(files[now.history.length]);
          continue;
        }
        did.add(one.do === 'command' ? one.command : one.do);
        files = [...files.slice(0, now.history.length), text()];
        const { design: again, diagnostics } = readDesign(text());
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(again && writeDesign(again)).toBe(text());
        perform('undo');
        expect(text(), 'undo').toBe(files[now.history.length - 1]);
        perform('redo');
        expect(text(), 'redo').toBe(files[now.history.length]);
      }
      const count = designStore.getState().history.length;
      for (let left = count; left > 0; left--) perform('undo');
      expect(text(), 'all undone').toBe(files[0]);
      for (let done = 0; done < count; done++) perform('redo');
      expect(text(), 'all done again').toBe(files[count]);
    }),
    { numRuns: runs, seed },
  );
  expect(
    edits.filter((command) => !did.has(command)),
    'every command that edits did so at least once',
  ).toEqual([]);
}, 3_600_000);
