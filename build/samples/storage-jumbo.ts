import type { Design } from '../../shared/model/design.ts';
import { startDraft } from './draft.ts';

const jumbo = 9000;
/** A switch may take more; it may not take less. */
const switchMtu = 9198;

/** Three hypervisors and a storage server: management at 1500 bytes, storage and live migration at 9000, one switch. */
export function storageJumbo(): Design {
  const lab = startDraft({
    id: '7e0c9a36-2f5b-4f5d-8c1b-0d9e4a7b6c52',
    name: 'Storage with jumbo frames',
    description:
      'Three hypervisors and a storage server: management at 1500 bytes, storage and migration at 9000.',
  });
  lab.device('tor1', { kind: 'switch', physical: true }, { x: 330, y: 200 });
  const networks = [
    { name: 'management', vlan: 10, mtu: 1500, nic: 'mgmt', net: '10.60.10', purpose: 'mgmt' },
    { name: 'migration', vlan: 20, mtu: jumbo, nic: 'move', net: '10.60.20', purpose: 'vmotion' },
    { name: 'storage', vlan: 30, mtu: jumbo, nic: 'store', net: '10.60.30', purpose: 'storage' },
  ];
  for (const { name, vlan, net, purpose } of networks) {
    lab.tables.vlans[name] = { id: vlan, name };
    lab.tables.subnets[name] = { prefix: `${net}.0/24`, name, vlan, switch: 'tor1', purpose };
  }
  let port = 0;
  const attach = (device: string, network: (typeof networks)[number], last: number): void => {
    const { nic, net, mtu, vlan } = network;
    const own = lab.port(device, nic, { addresses: [`${net}.${last}/24`], mtu });
    const far = lab.port('tor1', `p${++port}`, { vlan, mtu: mtu === jumbo ? switchMtu : 1500 });
    lab.cable(own, far);
  };
  for (const number of [1, 2, 3]) {
    const host = lab.device(
      `kvm${number}`,
      { kind: 'host', platform: 'kvm' },
      { x: (number - 1) * 330, y: 0 },
    );
    for (const network of networks) attach(host, network, 10 + number);
  }
  const nas = lab.device('nas1', { kind: 'host' }, { x: 330, y: 380 });
  for (const network of networks) if (network.name !== 'migration') attach(nas, network, 5);
  return lab.tables;
}
