import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../../shared/file/sketch.ts';
import { sizeOf } from '../../../../shared/kinds/index.ts';
import type { Design } from '../../../../shared/model/design.ts';
import type { NewDevice } from '../../../../shared/model/edit/add-device.ts';
import { addMany } from '../../../../shared/model/edit/add-many.ts';
import { placeOn } from '../../../../shared/model/edit/place-on.ts';
import { interfacesOf } from '../../../../shared/model/edit/ports.ts';
import { setFields } from '../../../../shared/model/edit/set-fields.ts';
import { createAnalyser } from '../../../../shared/pipeline.ts';
import { after, empty, none, refusal } from './lab.ts';

const at = { x: 100, y: 40 };

describe('adding several devices', () => {
  it('lays them out in rows of five', () => {
    const lab = after(empty, addMany, { entry: 'vm', at, taken: new Set(['vm2']), count: 7 });
    expect(Object.entries(lab.positions).map(([id, { x, y }]) => `${id} ${x} ${y}`)).toEqual([
      'vm1 100 40',
      'vm3 324 40',
      'vm4 548 40',
      'vm5 772 40',
      'vm6 996 40',
      'vm7 100 136',
      'vm8 324 136',
    ]);
  });

  it.each<NewDevice>(['vm', 'switch', 'nat-network', 'nat', 'router', 'host', 'internet'])(
    'covers none with another: %s',
    (entry) => {
      const lab = after(empty, addMany, { entry, at, taken: none, count: 12 });
      const boxes = Object.entries(lab.devices).map(([id, device]) => ({
        ...lab.positions[id],
        ...sizeOf(device, interfacesOf(lab, id).length),
      }));
      const covered = boxes.filter((a, index) =>
        boxes.some(
          (b, other) =>
            other !== index &&
            (a.x ?? 0) < (b.x ?? 0) + b.width &&
            (b.x ?? 0) < (a.x ?? 0) + a.width &&
            (a.y ?? 0) < (b.y ?? 0) + b.height &&
            (b.y ?? 0) < (a.y ?? 0) + a.height,
        ),
      );
      expect([boxes.length >= 12, covered]).toEqual([true, []]);
    },
  );

  it('gives every NAT network a subnet of its own', () => {
    const lab = after(empty, addMany, { entry: 'nat-network', at, taken: none, count: 100 });
    expect(new Set(Object.values(lab.subnets).map(({ prefix }) => prefix)).size).toBe(100);
    const { diagnostics } = createAnalyser()(lab);
    expect(diagnostics.filter(({ code }) => !code.startsWith('target/'))).toEqual([]);
  });

  it('goes on after 10.0.255.0/24, and keeps clear of a wider subnet', () => {
    const wide: Design = { ...empty, subnets: { s1: { prefix: '10.0.0.0/16' } } };
    const lab = after(wide, addMany, { entry: 'nat-network', at, taken: none, count: 2 });
    expect(Object.values(lab.subnets).map(({ prefix }) => prefix)).toEqual([
      '10.0.0.0/16',
      '10.1.0.0/24',
      '10.1.1.0/24',
    ]);
  });

  it.each([0, 101, 1.5, Number.NaN])('takes 1 to 100, not %d', (count) => {
    expect(refusal(empty, addMany, { entry: 'vm', at, taken: none, count })).toBe('edit/out-of-range');
  });
});

describe('setting a field of several rows', () => {
  const lab = sketchDesign('vm a memoryMiB=512\nvm b memoryMiB=1024\nvm c');
  const set = { table: 'devices', rows: ['a', 'b', 'c'], field: 'memoryMiB' } as const;

  it('changes those that differ', () => {
    const result = setFields(lab, { ...set, text: '1024' });
    expect(result).toEqual({
      ok: true,
      value: {
        devices: {
          a: { before: lab.devices['a'], after: { ...lab.devices['a'], memoryMiB: 1024 } },
          c: { before: lab.devices['c'], after: { ...lab.devices['c'], memoryMiB: 1024 } },
        },
      },
    });
    expect(setFields(after(lab, setFields, { ...set, text: '1024' }), { ...set, text: '1024' })).toEqual({
      ok: true,
      value: {},
    });
  });

  it('is refused as a whole where one row refuses it', () => {
    expect(refusal(lab, setFields, { ...set, text: '1 GB' })).toBe('edit/not-a-number');
    expect(refusal(lab, setFields, { ...set, rows: ['a', 'gone'], text: '1' })).toBe('edit/out-of-range');
    expect(refusal(lab, setFields, { ...set, rows: ['a', 'gone'], text: '64' })).toBe('edit/gone');
  });
});

describe('putting devices on a host', () => {
  const lab: Design = {
    ...sketchDesign(
      'host h\nhost k\nswitch s\nvm a\nrouter r on=k\ninternet i\nswitch metal physical=true\na -- s\nr -- s',
    ),
    positions: { a: { x: 0, y: 0 } },
  };

  it('says which host runs them and moves them there, and leaves their cables', () => {
    const on = after(lab, placeOn, { devices: ['a', 's', 'r'], host: 'h', positions: { a: { x: 8, y: 9 } } });
    expect(on).toEqual({
      ...lab,
      devices: {
        ...lab.devices,
        a: { ...lab.devices['a'], on: 'h' },
        s: { ...lab.devices['s'], on: 'h' },
        r: { ...lab.devices['r'], on: 'h' },
      },
      positions: { a: { x: 8, y: 9 } },
    });
    expect(after(on, placeOn, { devices: ['a', 's', 'r'], host: undefined }).devices).toStrictEqual({
      ...lab.devices,
      r: { kind: 'router', name: 'r' },
    });
  });

  it('changes nothing where they are there already', () => {
    expect(placeOn(lab, { devices: ['r'], host: 'k', positions: { a: { x: 0, y: 0 } } })).toEqual({
      ok: true,
      value: {},
    });
  });

  it('is refused for what no host runs, for what is no host, and for what is gone', () => {
    const place = (device: string, host: string | undefined) =>
      refusal(lab, placeOn, { devices: ['a', device], host });
    expect([
      place('i', 'h'),
      place('k', 'h'),
      place('h', 'h'),
      place('metal', 'h'),
      place('r', 's'),
      place('r', 'gone'),
      refusal(lab, placeOn, { devices: ['gone'], host: 'h' }),
    ]).toEqual([
      'edit/not-on-host',
      'edit/not-on-host',
      'edit/not-on-host',
      'edit/not-on-host',
      'edit/not-a-host',
      'edit/gone',
      'edit/gone',
    ]);
  });
});
