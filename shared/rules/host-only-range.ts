import { rowOf } from '../base/by-id.ts';
import { type Cidr, formatAddress, parseCidr } from '../ip/address.ts';
import { contains, isLinkLocal, parsePrefix } from '../ip/prefix.ts';
import { isPlatform } from '../kinds/platforms.ts';
import { sayInterface } from './fixes.ts';
import { defineRule } from './rule.ts';

const range = '192.168.56.0/21';
const allowed = parsePrefix(range);

export const hostOnlyRange = defineRule({
  id: 'host-only-range',
  severity: 'warning',
  pack: 'virtualbox',
  catalogue: ['VBX-08'],
  per: 'row',
  summary: 'A host-only interface of VirtualBox has an address from 192.168.56.0/21.',
  why: 'Since 6.1.28 VirtualBox refuses every other range on Linux, macOS and Solaris: the most reported fault of lab files.',
  source: 'Oracle VirtualBox manual, chapter 6, Host-Only Networking',
  messages: {
    refused:
      '{who} has {address}, and VirtualBox takes only {range} for host-only networks on Linux and macOS: use that, or allow the range in /etc/vbox/networks.conf.',
  },
  examples: {
    good: [
      'host h platform=virtualbox virtual=true 192.168.56.1/24',
      'host h platform=virtualbox virtual=true 192.168.63.1/24 fe80::1/64',
      'host h platform=virtualbox 10.0.0.1/24',
      'host h platform=hyperv virtual=true 10.0.0.1/24',
    ],
    bad: [
      { lab: 'host h platform=VirtualBox virtual=true 192.168.33.1/24', reports: ['refused'] },
      { lab: 'host h platform=virtualbox virtual=true 192.168.56.1/24 2001:db8::1/64', reports: ['refused'] },
    ],
  },
  *check(subject, { topology }) {
    if (subject.table !== 'interfaces' || subject.row.virtual !== true) return;
    const { id, row } = subject;
    const host = rowOf(topology.devices, row.device);
    if (host?.kind !== 'host' || !isPlatform(host.platform, 'virtualbox')) return;
    for (const [index, text] of (row.addresses ?? []).entries()) {
      const cidr = parseCidr(text.trim());
      if (!cidr || isTaken(cidr)) continue;
      yield {
        message: 'refused',
        values: { who: sayInterface(topology, id), address: formatAddress(cidr.address), range },
        at: { table: 'interfaces', row: id, field: `addresses.${index}` },
      };
    }
  },
});

function isTaken({ address }: Cidr): boolean {
  const isOwn = address.version === 6 && isLinkLocal(address);
  return isOwn || (allowed !== undefined && contains(allowed, address));
}
