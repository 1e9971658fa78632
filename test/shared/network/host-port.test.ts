import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { derive } from '../../../shared/network/derive.ts';
import { freeHostPorts } from '../../../shared/network/host-port.ts';

function free(lab: string, from: number): unknown {
  const topology = sketchDesign(lab);
  const network = derive(topology);
  const [entry] = network.hostPorts;
  return entry && freeHostPorts(topology, network, entry, from);
}

it('free ports are those that no other forward and no service of the host has', () => {
  const lab =
    'host h\nrouter n 10.0.0.1/24 engine=nat on=h\nnat n tcp 80 -> 10.0.0.5:80\nnat n tcp 8080-8081 -> 10.0.0.6:80\nnat n udp 8083 -> 10.0.0.6:80\nservice h web protocol=tcp port=8082\nservice n dns protocol=udp port=8083';
  expect(free(lab, 8080)).toEqual({ first: 8083, last: 8083 });
});

it('a range moves as a whole, and there is none above the last port', () => {
  const lab =
    'router n 10.0.0.1/24 engine=nat\nnat n tcp 70-72 -> 10.0.0.5:70-72\nnat n tcp 9001 -> 10.0.0.6:80';
  expect(free(lab, 9000)).toEqual({ first: 9002, last: 9004 });
  expect(free(lab, 65_534)).toBeUndefined();
});
