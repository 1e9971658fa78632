import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { createAnalyser } from '../../../shared/pipeline.ts';
import { addRow, allowVlans, freshMac } from '../../../shared/rules/fixes.ts';

function fixesFor(sketch: string): unknown[] {
  const { diagnostics } = createAnalyser()(sketchDesign(sketch));
  return diagnostics.flatMap(({ fixes }) => fixes.map(({ label }) => label.values));
}

it('the next free address is none that a gateway or the NAT engine itself uses', () => {
  const clash = 'vm a 10.0.0.9/24\nvm b 10.0.0.9/24\nswitch sw\na -- sw\nb -- sw\n';
  expect(fixesFor(`${clash}subnet 10.0.0.0/24\n`)[0]).toEqual({ who: 'b', free: '10.0.0.1' });
  expect(fixesFor(`${clash}router n 10.0.0.1/24 engine=nat\nn -- sw\n`)[0]).toEqual({
    who: 'b',
    free: '10.0.0.3',
  });
});

it('a row is added under the first id that is free', () => {
  const topology = sketchDesign('vlan 10\nvlan 20');
  expect(addRow(topology, 'vlans', 'vlan30', { id: 30 })).toEqual({
    vlans: { vlan30: { after: { id: 30 } } },
  });
  expect(addRow(topology, 'vlans', 'vlan10', { id: 10 })).toEqual({
    vlans: { 'vlan10-2': { after: { id: 10 } } },
  });
});

it('a trunk that allows all, or says nothing, needs no VLAN added', () => {
  const topology = sketchDesign(
    'switch s\nport s.a mode=trunk allowedVlans=20,9-11\nport s.b mode=trunk allowedVlans=all\nport s.c mode=trunk',
  );
  expect(['s.a', 's.b', 's.c'].map((port) => allowVlans(topology, port, [12]))).toEqual([
    {
      interfaces: {
        's.a': {
          before: { device: 's', name: 'a', mode: 'trunk', allowedVlans: '20,9-11' },
          after: { device: 's', name: 'a', mode: 'trunk', allowedVlans: '9-12,20' },
        },
      },
    },
    {},
    {},
  ]);
});

it('a new MAC address begins as its platform wants and is nobody else’s', () => {
  const lone = sketchDesign('vm a');
  const first = freshMac(lone, 'a.eth0', '0050560');
  const taken = sketchDesign(`vm a\nvm b mac=${first}`);
  const second = freshMac(taken, 'a.eth0', '0050560');
  expect([first, second].map((mac) => [mac.slice(0, 7), mac.length])).toEqual([
    ['0050560', 12],
    ['0050560', 12],
  ]);
  expect(second).not.toBe(first);
});
