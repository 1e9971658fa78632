import { rowOf } from '../base/by-id.ts';
import { formatAddress, parseAddress, parseCidr } from '../ip/address.ts';
import { spaceOf } from '../ip/space.ts';
import type { Place } from '../model/design.ts';
import type { Topology } from '../model/topology.ts';
import type { Network } from '../network/network.ts';
import { isDefault } from '../network/routes.ts';
import { defineRule, type Finding } from './rule.ts';

type Words = 'second-nat' | 'not-reached';

export const noPrivateNatOutside = defineRule({
  id: 'no-private-nat-outside',
  severity: 'hint',
  pack: 'ip',
  catalogue: ['IP-10'],
  per: 'row',
  summary:
    'A router that translates addresses has a public address outside, or is known to be behind another NAT.',
  why: 'Whatever must be reached from the internet has to be forwarded at the outer NAT as well.',
  source: 'RFC 7857 section 1; RFC 6598',
  messages: {
    'second-nat':
      '{device} translates to {address}, which is private: there is a second NAT before the internet. Repeat its forwards there.',
    'not-reached':
      '{device} forwards ports at {address}, which is private, and the lab expects the internet to reach them. Give it a public address, or forward at the outer NAT too.',
  },
  examples: {
    good: [
      'router r 203.0.113.2/24\nport r.eth1 10.0.0.1/24\nnat r masquerade outside=r.eth0',
      '# A NAT of the hypervisor has the address of its host.\nrouter n 10.0.0.1/24 engine=nat\nvm a 10.0.0.2/24\na -- n\nnat n masquerade',
      'router r dhcp=true\nport r.eth1 10.0.0.1/24\nnat r masquerade outside=r.eth0',
      'router r 8.8.4.4/24\nport r.eth1 10.0.0.1/24\nnat r source outside=r.eth0 publicAddress=8.8.4.5',
    ],
    bad: [
      {
        lab: 'router r 192.168.1.2/24\nport r.eth1 10.0.0.1/24\nnat r masquerade outside=r.eth0',
        reports: ['second-nat'],
      },
      {
        lab: '# Outside is where the default route leads.\nrouter r 100.64.0.2/24\nport r.eth1 10.0.0.1/24\nnat r masquerade\nroute r 0.0.0.0/0 via=100.64.0.1',
        reports: ['second-nat'],
      },
      {
        lab: 'router r 203.0.113.2/24\nport r.eth1 10.0.0.1/24\nnat r source outside=r.eth0 publicAddress=192.168.1.9',
        reports: ['second-nat'],
      },
      {
        lab: 'internet i\nrouter r 192.168.1.2/24\nport r.eth1 10.0.0.1/24\nvm a 10.0.0.2/24\nr.eth1 -- a\nnat r masquerade outside=r.eth0\nnat r tcp 443 -> 10.0.0.2:443\nexpect i a reach protocol=tcp port=443\nroute a 0.0.0.0/0 via=10.0.0.1',
        reports: ['not-reached'],
      },
    ],
  },
  *check(subject, { topology, network }): Generator<Finding<Words>> {
    if (subject.table !== 'nat') return;
    const { id, row } = subject;
    const device = rowOf(topology.devices, row.device);
    if ((row.kind !== 'masquerade' && row.kind !== 'source') || !device || device.engine === 'nat') return;
    for (const { text, at } of outsideAddresses(topology, network, id)) {
      const address = parseCidr(text.trim())?.address ?? parseAddress(text.trim());
      if (address?.version !== 4) continue;
      const space = spaceOf(address);
      if (space !== 'private' && space !== 'shared') continue;
      const values = { device: device.name, address: formatAddress(address) };
      if (expectedFromInternet(topology, row.device)) {
        yield { message: 'not-reached', severity: 'warning', values, at };
      } else yield { message: 'second-nat', values, at };
    }
  },
});

/** The addresses that a NAT rule translates to: the one it names, else those of its outside interface. */
function outsideAddresses(topology: Topology, network: Network, id: string): { text: string; at: Place }[] {
  const row = rowOf(topology.nat, id);
  if (!row) return [];
  if (row.publicAddress !== undefined) {
    return [{ text: row.publicAddress, at: { table: 'nat', row: id, field: 'publicAddress' } }];
  }
  if (row.pool !== undefined) return [];
  const outside = row.outside ?? network.routesOf(row.device).find(isDefault)?.interface;
  if (outside === undefined) return [];
  const first = rowOf(topology.interfaces, outside)?.addresses?.[0];
  return first === undefined
    ? []
    : [{ text: first, at: { table: 'interfaces', row: outside, field: 'addresses.0' } }];
}

/** Whether the lab says that the internet reaches a port forward of the device: by its address, or by who is behind it. */
function expectedFromInternet(topology: Topology, device: string): boolean {
  const inside = Object.values(topology.nat).flatMap((row) =>
    row.device === device && row.kind === 'port-forward' ? (row.insideAddress ?? []) : [],
  );
  const wanted = Object.values(topology.expectations).filter(
    ({ from, expect }) => expect === 'reach' && rowOf(topology.devices, from)?.kind === 'internet',
  );
  if (inside.length === 0 || wanted.length === 0) return false;
  const reached = new Set(inside);
  for (const { device: owner, addresses } of Object.values(topology.interfaces)) {
    const own = (addresses ?? []).map((text) => text.trim().replace(/\/.*/, ''));
    if (owner !== device && !own.some((text) => inside.includes(text))) continue;
    for (const name of [owner, rowOf(topology.devices, owner)?.name ?? owner, ...own]) reached.add(name);
  }
  return wanted.some(({ to }) => reached.has(to));
}
