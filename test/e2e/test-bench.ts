import { sketchDesign } from '../../shared/file/sketch.ts';
import type { Design } from '../../shared/model/design.ts';

/** A lab with two hosts, a switch of metal, a group and a note: what the simple sample does not show. */
export function testBench(): Design {
  const design = sketchDesign(`
    host alpha 192.0.2.11/24 platform=virtualbox
    host beta 192.0.2.12/24 platform=kvm
    switch rack physical=true
    router edge 192.0.2.1/24
    vm web1 10.0.10.11/24 on=alpha
    vm web2 10.0.10.12/24 on=alpha
    switch lan on=alpha
    vm db1 10.0.20.11/24 on=beta
    vm backup 10.0.20.12/24 on=beta
    switch store on=beta
    vm monitoring-and-alerting-of-the-test-bench 192.0.2.20/24
    web1 -- lan vlan=10
    web2 -- lan vlan=10
    db1 -- store
    backup -- store
    alpha -- rack
    beta -- rack
    edge -- rack
    monitoring-and-alerting-of-the-test-bench -- rack
    subnet 10.0.10.0/24 vlan=10 switch=lan
    subnet 10.0.20.0/24 switch=store
    subnet 192.0.2.0/24 gateway=192.0.2.1
  `);
  return {
    ...design,
    lab: { lab: { id: 'f2a6c0de-4b1f-4c55-9a0a-2f3d1e8b7c61', name: 'Test bench' } },
    positions: {
      alpha: { x: 0, y: 320 },
      web1: { x: 24, y: 400 },
      web2: { x: 224, y: 400 },
      lan: { x: 130, y: 500 },
      beta: { x: 520, y: 320 },
      db1: { x: 544, y: 400 },
      backup: { x: 744, y: 400 },
      store: { x: 650, y: 500 },
      rack: { x: 380, y: 170 },
      edge: { x: 300, y: 20 },
      'monitoring-and-alerting-of-the-test-bench': { x: 520, y: 20 },
    },
    groups: {
      outside: { name: 'Outside', devices: ['edge', 'monitoring-and-alerting-of-the-test-bench'] },
    },
    notes: {
      note1: { text: 'Ask before unplugging the rack.', x: 760, y: 150, width: 200, height: 72 },
    },
  };
}
