import type { Design } from '../../../shared/model/design.ts';
import { emptyDesign } from '../../../shared/model/design.ts';
import type { Device, Interface, Link, Route, Subnet, Vlan } from '../../../shared/model/topology.ts';

/**
 * A lab with this many machines: fifty to a switch with two VLANs, all switches on trunks of one core switch, a router on a
 * stick for each VLAN, a default route in every tenth machine.
 */
export function largeLab(machines: number): Design {
  const devices: Record<string, Device> = { core: { kind: 'switch', name: 'core' } };
  const interfaces: Record<string, Interface> = {};
  const links: Record<string, Link> = {};
  const vlans: Record<string, Vlan> = {};
  const subnets: Record<string, Subnet> = {};
  const routes: Record<string, Route> = {};
  const cable = (a: string, b: string): void => {
    links[`link${Object.keys(links).length + 1}`] = { a, b };
  };
  devices['r'] = { kind: 'router', name: 'r' };
  interfaces['r.eth0'] = { device: 'r', name: 'eth0' };
  interfaces['core.r'] = { device: 'core', name: 'r', mode: 'trunk' };
  cable('r.eth0', 'core.r');
  for (let number = 0; number < machines; number++) {
    const sw = `sw${Math.floor(number / 50)}`;
    const vlan = 10 + Math.floor(number / 25);
    const net = `10.${Math.floor(vlan / 250)}.${vlan % 250}`;
    if (!devices[sw]) {
      devices[sw] = { kind: 'switch', name: sw };
      interfaces[`${sw}.up`] = { device: sw, name: 'up', mode: 'trunk' };
      interfaces[`core.${sw}`] = { device: 'core', name: sw, mode: 'trunk' };
      cable(`${sw}.up`, `core.${sw}`);
    }
    if (!vlans[`v${vlan}`]) {
      vlans[`v${vlan}`] = { id: vlan };
      subnets[`n${vlan}`] = { prefix: `${net}.0/24`, gateway: `${net}.1`, vlan };
      interfaces[`r.v${vlan}`] = {
        device: 'r',
        name: `v${vlan}`,
        parent: 'r.eth0',
        tag: vlan,
        addresses: [`${net}.1/24`],
      };
    }
    const id = `vm${number}`;
    devices[id] = { kind: 'vm', name: id };
    interfaces[`${id}.eth0`] = { device: id, name: 'eth0', addresses: [`${net}.${10 + (number % 25)}/24`] };
    interfaces[`${sw}.${id}`] = { device: sw, name: id, mode: 'access', vlan };
    cable(`${id}.eth0`, `${sw}.${id}`);
    if (number % 10 === 0) routes[`${id}.route`] = { device: id, destination: '0.0.0.0/0', via: `${net}.1` };
  }
  const lab = emptyDesign({ id: '22222222-2222-4222-8222-222222222222', name: 'large' });
  return { ...lab, devices, interfaces, links, vlans, subnets, routes };
}
