import { rowOf } from '../base/by-id.ts';
import { addressKey, formatAddress, sameAddress } from '../ip/address.ts';
import { isLinkLocal } from '../ip/prefix.ts';
import { forwards, nextHopOf } from '../network/next-hops.ts';
import { sharedAddresses } from '../network/shared-addresses.ts';
import { leadsToUndrawn } from '../network/undrawn.ts';
import { sayInterface, useRouter } from './fixes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'nobody' | 'no-router' | 'use-router';

export const nextHopOwned = defineRule({
  id: 'next-hop-owned',
  severity: 'error',
  pack: 'routing',
  catalogue: ['RTE-02'],
  per: 'row',
  summary: 'The next hop of a route is an address that a router on that segment has.',
  why: 'Nobody answers for it, or somebody who does not pass packets on: all that takes the route is lost.',
  source: 'RFC 1812 section 5.2.4.2; RFC 1122 section 3.3.1',
  messages: {
    nobody: 'No device on the segment has {via}, the next hop to {destination}. Name a router there.',
    'no-router': '{via}, the next hop to {destination}, is {who}, which passes nothing on. Name a router.',
    'use-router': 'Go by way of {via} ({who})',
  },
  examples: {
    good: [
      'router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r 0.0.0.0/0 via=10.0.0.1',
      '# Who is behind the physical port of a host, or on the internet, is not drawn.\nrouter r 192.168.1.2/24\nhost h\nr -- h\nroute r 0.0.0.0/0 via=192.168.1.1',
      '# An address that two routers share.\nswitch s\nvm a 10.0.0.5/24\nrouter r 10.0.0.2/24\nrouter q 10.0.0.3/24\na -- s\nr -- s\nq -- s\nshared 10.0.0.1/24 vrrp members=r.eth0,q.eth0\nroute a 0.0.0.0/0 via=10.0.0.1',
      '# A gateway that nobody has is told at the subnet.\nvm a 10.0.0.5/24\nvm b 10.0.0.6/24\na -- b\nsubnet 10.0.0.0/24 gateway=10.0.0.1\nroute a 0.0.0.0/0 via=10.0.0.1',
      '# A router that DHCP keeps the address for.\nvm a 10.0.0.5/24\nrouter r dhcp=true\na -- r\nroute a 0.0.0.0/0 via=10.0.0.1',
      'router r fe80::2/64\nroute r ::/0 via=fe80::1 interface=r.eth0',
      '# Nobody at all is drawn on that wire yet.\nrouter r 198.18.0.2/24\nport r.eth1 10.0.0.1/24\nvm a 10.0.0.5/24\na -- r.eth1\nroute r 0.0.0.0/0 via=198.18.0.1',
      '# Its own address, on another wire, is a finding of another rule.\nrouter r 10.0.0.2/24\nrouter q 10.0.0.1/24\nport r.eth1 10.0.1.1/24\nr.eth0 -- q\nroute r 10.5.0.0/16 via=10.0.1.1 interface=r.eth0 onLink=true',
      'router r 10.0.0.2/24 connected=false\nroute r 0.0.0.0/0 via=10.0.0.1',
    ],
    bad: [
      {
        lab: 'router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r 10.5.0.0/16 via=10.0.0.9',
        reports: ['nobody'],
      },
      {
        lab: '# It is on another segment.\nrouter r 10.0.0.2/24\nrouter q 10.0.0.1/24\nvm a 10.0.0.3/24\nr -- a\nroute r 10.5.0.0/16 via=10.0.0.1',
        reports: ['nobody'],
      },
      {
        lab: 'router r 10.0.0.2/24\nvm a 10.0.0.3/24\nr -- a\nroute r 10.5.0.0/16 via=10.0.0.3',
        reports: ['no-router'],
      },
    ],
  },
  *check(subject, { topology, network }): Generator<Finding<Words>> {
    if (subject.table !== 'routes') return;
    const { id, row } = subject;
    const via = nextHopOf(row);
    if (!via || isLinkLocal(via) || !rowOf(topology.devices, row.device)) return;
    const route = network.routesOf(row.device).find((one) => one.row === id);
    const segment = route?.active === true ? network.segmentOf.get(route.interface ?? '') : undefined;
    if (!segment || leadsToUndrawn(segment, topology)) return;
    if (segment.interfaces.every((one) => one.row.device === row.device)) return;
    if (network.owners.get(addressKey(via))?.some(({ device }) => device === row.device)) return;
    const holders = segment.addresses.filter(({ cidr }) => sameAddress(cidr.address, via));
    if (holders.some(({ device }) => forwards(topology, device))) return;
    const members = new Set(segment.interfaces.map((one) => one.id));
    const shared = sharedAddresses(topology).get(addressKey(via)) ?? [];
    if (shared.some((one) => [...one.members].some((member) => members.has(member)))) return;
    const values = { via: formatAddress(via), destination: row.destination };
    const at = { table: 'routes', row: id, field: 'via' } as const;
    const fixes = useRouter(topology, network, id, via.version);
    const [holder] = holders;
    if (holder) {
      const who = sayInterface(topology, holder.interface);
      yield { message: 'no-router', severity: 'warning', values: { ...values, who }, at, fixes };
      return;
    }
    if (segment.subnets.some(({ gateway }) => gateway && sameAddress(gateway, via))) return;
    const asking = segment.interfaces.some(
      (one) => one.row.dhcp === true && one.row.device !== row.device && forwards(topology, one.row.device),
    );
    if (!asking) yield { message: 'nobody', values, at, fixes };
  },
});
