import { expect, it } from 'vitest';
import { listRows } from '../../../renderer/panels/list/rows.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { createAnalyser } from '../../../shared/pipeline.ts';

it('the list names the address that DHCP keeps for an interface, or that it asks for one', () => {
  const design = sketchDesign(
    'subnet 10.0.0.0/24\nvm a 10.0.0.9/24 dhcp=true\nvm b dhcp=true\nvm c dhcp=true\nvm d\nreserve net1 10.0.0.50 interface=b.eth0',
  );
  const { network } = createAnalyser()(design);
  const rows = listRows({ design, network, byDevice: new Map() });
  expect(rows.map(({ interfaces }) => interfaces)).toEqual([
    ['eth0 10.0.0.9/24'],
    ['eth0 10.0.0.50'],
    ['eth0 DHCP'],
    ['eth0'],
  ]);
});
