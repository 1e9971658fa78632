import { sketchDesign } from '../../shared/file/sketch.ts';
import type { Design } from '../../shared/model/design.ts';

const sketch = sketchDesign(`
host host1
vm vm1
port vm1.eth1
router r1
port r1.eth1
router nat1 engine=nat
port nat1.eth1
internet net1
port net1.eth1
port host1.eth1
switch sw1
vm1 -- sw1
zone old 10
subnet 10.8.0.0/24
pool 198.51.100.0/28
`);
/** A lab with a device of every kind, and one thing to name in every table that others name. */
export const everyKind: Design = {
  ...sketch,
  groups: { group1: { name: 'old', devices: ['vm1'] } },
  notes: { note1: { text: 'old', x: 0, y: 300, width: 200, height: 100 } },
  positions: Object.fromEntries(
    Object.keys(sketch.devices).map((id, index) => [
      id,
      { x: (index % 3) * 300, y: Math.floor(index / 3) * 150 },
    ]),
  ),
};
