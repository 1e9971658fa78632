import { expect, test } from 'vitest';
import { resolveBlueprint } from '../../../../shared/blueprint/resolve.ts';
import { sketchDesign } from '../../../../shared/file/sketch.ts';
import { wanted } from '../../../../shared/targets/virtualbox/wanted.ts';

function dhcpOf(vm: string): boolean | undefined {
  const design = sketchDesign(
    `router nat1 10.0.0.1/24 engine=nat\nswitch sw\nvm a ${vm}\nnat1 -- sw\na -- sw`,
  );
  return wanted(resolveBlueprint(design)).natNetworks[0]?.dhcp;
}

test('a NAT network hands out addresses only where a machine looks for one', () => {
  expect([dhcpOf('10.0.0.9/24'), dhcpOf(''), dhcpOf('10.0.0.9/24 dhcp=true')]).toEqual([false, true, true]);
});
