import { formatAddress, formatCidr, parseAddress, sameAddress } from '../ip/address.ts';
import { contains, parsePrefix } from '../ip/prefix.ts';
import { setFields } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'malformed' | 'outside' | 'differs' | 'drop';

export const dhcpRouterAgrees = defineRule({
  id: 'dhcp-router-agrees',
  severity: 'error',
  pack: 'dhcp',
  catalogue: ['DHCP-04'],
  per: 'row',
  summary: 'DHCP option 3, where it is given, is the gateway of the subnet.',
  why: 'Machines with a typed address find the way out and those that ask DHCP do not, or the other way round.',
  source: 'RFC 2132 section 3.5',
  messages: {
    malformed: 'DHCP option 3 is "{text}", which is no list of addresses: write some, or take it out.',
    outside:
      'DHCP tells clients of {prefix} the router {router}, which is outside it, where they cannot reach it: take the option out.',
    differs:
      'DHCP tells clients of {prefix} the router {router}, but its gateway is {gateway}: let both be the same.',
    drop: 'Take the option out: the gateway is told by itself',
  },
  examples: {
    good: [
      'subnet 10.0.0.0/24 gateway=10.0.0.1 dhcpOptions=3=10.0.0.1',
      'subnet 10.0.0.0/24 gateway=10.0.0.1 dhcpOptions=66=10.0.0.5',
      'subnet 10.0.0.0/24 dhcpOptions=3=10.0.0.1',
      'subnet 10.0.0.0/24 gateway=10.0.0.1',
    ],
    bad: [
      { lab: 'subnet 10.0.0.0/24 dhcpOptions=3=10.0.1.1', reports: ['outside'] },
      { lab: 'subnet 10.0.0.0/24 gateway=10.0.0.1 dhcpOptions=66=10.0.0.5,3=10.0.0.2', reports: ['differs'] },
      { lab: 'subnet 10.0.0.0/24 dhcpOptions=3=router', reports: ['malformed'] },
    ],
  },
  *check(subject, { topology }): Generator<Finding<Words>> {
    if (subject.table !== 'subnets') return;
    const { id, row } = subject;
    const prefix = parsePrefix(row.prefix);
    const options = row.dhcpOptions ?? [];
    const gateway = row.gateway === undefined ? undefined : parseAddress(row.gateway.trim());
    for (const [index, option] of options.entries()) {
      const text = /^\s*3\s*=\s*(.*)$/.exec(option)?.[1]?.trim();
      if (text === undefined) continue;
      const at = { table: 'subnets', row: id, field: `dhcpOptions.${index}` } as const;
      const rest = options.filter((_, place) => place !== index);
      const change = setFields(topology, 'subnets', id, { dhcpOptions: rest.length > 0 ? rest : undefined });
      const fixes = [{ label: 'drop', safety: 'choice', change }] as const;
      const routers = text.split(/[\s,]+/).map(parseAddress);
      const outside = routers.find((one) => one && prefix && !contains(prefix, one));
      const [first] = routers;
      if (routers.some((one) => one === undefined))
        yield { message: 'malformed', values: { text }, at, fixes };
      else if (outside && prefix) {
        const values = { router: formatAddress(outside), prefix: formatCidr(prefix) };
        yield { message: 'outside', values, at, fixes };
      } else if (first && gateway && prefix && !sameAddress(first, gateway)) {
        const values = { router: formatAddress(first), prefix: formatCidr(prefix) };
        yield { message: 'differs', values: { ...values, gateway: formatAddress(gateway) }, at, fixes };
      }
    }
  },
});
