import { groupBy, sortedRows } from '../base/by-id.ts';
import { setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const noDuplicateDeviceName = defineRule({
  id: 'no-duplicate-device-name',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-14'],
  per: 'lab',
  summary: 'Two devices must not have the same name.',
  why: 'Names are how people and DNS tell machines apart; VirtualBox refuses the second machine.',
  source: 'RFC 1123 section 2.1; RFC 4343: case does not count',
  messages: {
    twice: 'Two devices are called {name}. Rename one of them.',
    'first-here': 'This one is called {name} too.',
    rename: 'Call this one {free}',
  },
  examples: {
    good: ['vm a\nvm b\nswitch s', 'vm web1\nvm web2'],
    bad: [
      { lab: 'vm a\nvm A', reports: ['twice'] },
      { lab: 'vm web\nvm Web\nvm WEB\nvm web-2', reports: ['twice', 'twice'] },
    ],
  },
  *check(_lab, { topology }) {
    const devices = sortedRows(topology.devices);
    const taken = new Set(devices.map(([, { name }]) => name.toLowerCase()));
    const named = devices.filter(([, { name }]) => name.trim() !== '');
    for (const [first, ...others] of groupBy(named, ([, { name }]) => name.toLowerCase()).values()) {
      for (const [id, { name }] of first ? others : []) {
        const free = freeName(name, taken);
        taken.add(free.toLowerCase());
        yield {
          message: 'twice',
          values: { name },
          at: { table: 'devices', row: id, field: 'name' },
          related: [
            {
              at: { table: 'devices', row: first?.[0] ?? id, field: 'name' },
              message: 'first-here',
              values: { name },
            },
          ],
          fixes: [
            {
              label: 'rename',
              values: { free },
              safety: 'safe',
              change: setFields(topology, 'devices', id, { name: free }),
            },
          ],
        };
      }
    }
  },
});

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const end = `-${number}`;
    const free = `${name.slice(0, 63 - end.length)}${end}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}
