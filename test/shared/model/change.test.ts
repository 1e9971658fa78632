import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/base/json.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import {
  applyChange,
  type Change,
  changeBetween,
  invertChange,
  isEmptyChange,
  mergeChanges,
  touchedRows,
} from '../../../shared/model/change.ts';
import { anyDesign } from './designs.ts';

const web = sketchDesign('vm web 192.0.2.1/24');
const row = web.interfaces['web.eth0'];
const renamed: Change = {
  interfaces: { 'web.eth0': { before: row, after: { device: 'web', name: 'lan' } } },
};

describe('a change', () => {
  it('between two designs leads from one to the other', () => {
    fc.assert(
      fc.property(anyDesign, anyDesign, (from, to) => {
        expect(canonicalJson(applyChange(from, changeBetween(from, to)))).toBe(canonicalJson(to));
      }),
    );
  });

  it('and its inverse leave the design as it was', () => {
    fc.assert(
      fc.property(anyDesign, anyDesign, (from, to) => {
        const change = changeBetween(from, to);
        const back = applyChange(applyChange(from, change), invertChange(change));
        expect(canonicalJson(back)).toBe(canonicalJson(from));
        expect(invertChange(invertChange(change))).toEqual(change);
      }),
    );
  });

  it('merged with the next has the effect of both', () => {
    fc.assert(
      fc.property(anyDesign, anyDesign, anyDesign, (a, b, c) => {
        const merged = mergeChanges(changeBetween(a, b), changeBetween(b, c));
        expect(canonicalJson(applyChange(a, merged))).toBe(canonicalJson(c));
        expect(canonicalJson(merged)).toBe(canonicalJson(changeBetween(a, c)));
      }),
    );
  });

  it('merged with its inverse leaves no trace', () => {
    fc.assert(
      fc.property(anyDesign, anyDesign, (from, to) => {
        const change = changeBetween(from, to);
        expect(isEmptyChange(mergeChanges(change, invertChange(change)))).toBe(true);
      }),
    );
  });

  it('leaves the tables that it does not touch as the same objects', () => {
    const after = applyChange(web, renamed);
    expect(after.devices).toBe(web.devices);
    expect(after.interfaces).toEqual({ 'web.eth0': { device: 'web', name: 'lan' } });
    expect(web.interfaces['web.eth0']).toBe(row);
  });

  it('names the rows that it touches', () => {
    expect(touchedRows({ links: { l: {} }, devices: { b: {}, a: {} } })).toEqual([
      { table: 'devices', row: 'b' },
      { table: 'devices', row: 'a' },
      { table: 'links', row: 'l' },
    ]);
  });

  it('applies to a row that is equal by value though written in another order', () => {
    const before = { name: 'eth0', addresses: ['192.0.2.1/24'], device: 'web' };
    expect(applyChange(web, { interfaces: { 'web.eth0': { before } } }).interfaces).toEqual({});
  });
});

describe('a stale change is refused', () => {
  const once = applyChange(web, renamed);

  it.each<[string, Change]>([
    ['the row was changed since', renamed],
    [
      'the row to add is there already',
      { interfaces: { 'web.eth0': { after: { device: 'web', name: 'x' } } } },
    ],
    ['the row to remove is gone', { devices: { gone: { before: { kind: 'vm', name: 'gone' } } } }],
    [
      'the row is only inherited',
      { devices: { constructor: { before: { kind: 'vm', name: 'constructor' } } } },
    ],
  ])('%s', (_why, change) => {
    expect(() => applyChange(once, change)).toThrow(/^stale change/);
  });

  it('and so is a merge of changes that do not meet', () => {
    expect(() => mergeChanges(renamed, renamed)).toThrow(/do not meet at interfaces web.eth0/);
  });
});
