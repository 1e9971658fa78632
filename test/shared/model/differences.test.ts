import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { changeBetween } from '../../../shared/model/change.ts';
import { differences } from '../../../shared/model/differences.ts';

it('a change as a list has what differs of each row, in the order of a file', () => {
  const a = sketchDesign('vm web 10.0.0.1/24 memoryMiB=512\nvlan 10');
  const b = { ...sketchDesign('vm web 10.0.0.1/24 cpus=2'), extra: { tool: 'x' } };
  expect(differences(changeBetween(a, b))).toEqual([
    {
      kind: 'removed',
      table: 'vlans',
      row: 'vlan10',
      fields: [{ field: 'id', before: 10, after: undefined }],
    },
    {
      kind: 'changed',
      table: 'devices',
      row: 'web',
      fields: [
        { field: 'cpus', before: undefined, after: 2 },
        { field: 'memoryMiB', before: 512, after: undefined },
      ],
    },
    { kind: 'added', table: 'extra', row: 'tool', fields: [{ field: '', before: undefined, after: 'x' }] },
  ]);
});
