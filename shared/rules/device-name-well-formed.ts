import { rowOf } from '../base/by-id.ts';
import type { Device, Topology } from '../model/topology.ts';
import { setFields } from './fixes.ts';
import { defineRule, type FindingFix } from './rule.ts';

export const deviceNameWellFormed = defineRule({
  id: 'device-name-well-formed',
  severity: 'error',
  pack: 'ip',
  catalogue: ['IP-14'],
  per: 'row',
  summary: 'A device name is one DNS label: letters, digits and hyphens, at most 63, no hyphen at an end.',
  why: 'The machine gets it as its host name; what is no label is cut off, refused, or never found by DNS.',
  source: 'RFC 1123 section 2.1; RFC 1035 section 2.3.4',
  messages: {
    empty: 'A device has no name. Give it one of letters, digits and hyphens.',
    malformed: '"{name}" is no host name. Use letters, digits and hyphens, at most 63.',
    rename: 'Call it {free}',
  },
  examples: {
    good: ['vm web-1\nvm WEB2\nvm 3com\nvm a', 'switch core-sw'],
    bad: [
      { lab: 'vm web_1', reports: ['malformed'] },
      { lab: 'vm -web', reports: ['malformed'] },
      { lab: 'vm web.example', reports: ['malformed'] },
      { lab: 'vm 网页', reports: ['malformed'] },
      { lab: 'switch core_sw', reports: ['malformed'] },
      { lab: 'vm web_1\nvm web-1', reports: ['malformed'] },
    ],
  },
  *check(subject, { topology }) {
    if (subject.table !== 'devices') return;
    const { id, row } = subject;
    if (isLabel(row.name)) return;
    yield {
      message: row.name.trim() === '' ? 'empty' : 'malformed',
      values: { name: row.name },
      // What is only drawn has no host name; the name is still what other tools go by.
      ...(isMachine(row) ? {} : { severity: 'warning' as const }),
      at: { table: 'devices', row: id, field: 'name' },
      fixes: renames(topology, id, row),
    };
  },
});

function isLabel(text: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(text);
}

function isMachine({ kind, engine }: Device): boolean {
  return kind === 'vm' || (kind === 'router' && engine !== 'nat');
}

/** Nobody misses a space or an underscore; a name in another script is for a person to replace. */
function renames(topology: Topology, id: string, { kind, name }: Device): FindingFix<'rename'>[] {
  const taken = new Set(Object.values(topology.devices).map((one) => one.name.toLowerCase()));
  const label = name
    .replace(/[^a-z0-9]+/gi, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const keeps = label !== '' && !/[^\p{ASCII}]/u.test(name) && name.length <= 60;
  const stem = label !== '' ? label : isLabel(id) ? id : kind.replace(/[^a-z0-9]/gi, '');
  if (!isLabel(stem)) return [];
  let free = stem;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem}-${number}`;
  const change = rowOf(topology.devices, id) ? setFields(topology, 'devices', id, { name: free }) : {};
  return [{ label: 'rename', values: { free }, safety: keeps ? 'safe' : 'choice', change }];
}
