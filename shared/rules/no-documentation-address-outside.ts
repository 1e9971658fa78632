import { rowOf } from '../base/by-id.ts';
import { formatCidr } from '../ip/address.ts';
import { spaceOf } from '../ip/space.ts';
import type { Topology } from '../model/topology.ts';
import type { Segment } from '../network/network.ts';
import { hasInternet, meetsRealNetwork } from '../network/undrawn.ts';
import { prefixesOn } from '../network/prefixes.ts';
import { defineRule } from './rule.ts';

/**
 * Inside a lab these prefixes do no harm, and standing in for public addresses is what they are for; so the rule speaks only
 * where a segment is cabled to a physical port of a host, and what is drawn meets a real network. Where the network behind that
 * port is drawn too, with its switches of metal or the internet, it is the drawing's own.
 */
export const noDocumentationAddressOutside = defineRule({
  id: 'no-documentation-address-outside',
  severity: 'hint',
  pack: 'ip',
  catalogue: ['IP-16'],
  per: 'segment',
  summary: 'Addresses that are set aside for examples are not used on a real network.',
  why: 'No router there knows a way back to them: what is sent is never answered.',
  source: 'RFC 5737; RFC 3849; RFC 9637',
  messages: {
    outside:
      '{prefix} is set aside for examples, and this segment is cabled to a real network. Use addresses of that network.',
  },
  examples: {
    good: [
      'vm a 192.0.2.1/24\nvm b 192.0.2.2/24\na -- b',
      'internet i 203.0.113.1/24\nrouter r 203.0.113.2/24\ni -- r',
      'host h 192.0.2.1/24 virtual=true\nvm a 192.0.2.2/24\nh -- a',
      'host h\nvm a 192.168.1.50/24\nh -- a',
      '# What is behind the port is drawn.\nhost h\nswitch s physical=true\ninternet i 203.0.113.1/24\nh -- s\ni -- s',
      'host h\nswitch s physical=true\nvm a 203.0.113.1/24\nh -- s\na -- s',
    ],
    bad: [
      { lab: 'host h\nswitch s\nvm a 192.0.2.2/24\nh -- s\na -- s', reports: ['outside'] },
      { lab: 'host h\nvm a 2001:db8::2/64\nh -- a', reports: ['outside'] },
    ],
  },
  *check(segment, { topology }) {
    if (!meetsRealNetwork(segment, topology) || isDrawn(segment, topology)) return;
    for (const { prefix, at } of prefixesOn(segment)) {
      if (spaceOf(prefix.address) !== 'documentation') continue;
      yield { message: 'outside', values: { prefix: formatCidr(prefix) }, at };
    }
  },
});

function isDrawn(segment: Segment, topology: Topology): boolean {
  return (
    hasInternet(segment, topology) ||
    segment.bridges.some((bridge) => rowOf(topology.devices, bridge.switch)?.physical === true)
  );
}
