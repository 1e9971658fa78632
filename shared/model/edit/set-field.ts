import { rowOf } from '../../base/by-id.ts';
import { sameValue } from '../../base/json.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { formatMac, parseMac } from '../../ip/mac.ts';
import { type Message, message } from '../../messages/message.ts';
import type { Change } from '../change.ts';
import type { Edit } from './edit.ts';
import { arePorts, portsAsTyped } from './forward-port.ts';

export type FieldTable = 'lab' | 'devices' | 'interfaces' | 'links' | 'subnets' | 'nat';

export interface SetField {
  readonly table: FieldTable;
  readonly row: string;
  readonly field: string;
  /** As typed; empty takes the value away, so that the default counts. */
  readonly text: string;
}

type Value = string | number | boolean | undefined;
type Reader = (text: string) => Result<Value, Message>;

const anyText: Reader = (text) => ok(text);

const whole =
  (least: number, most: number): Reader =>
  (text) => {
    if (!/^-?[0-9]{1,9}$/.test(text)) return fail(message('edit/not-a-number', { text }));
    const value = Number(text);
    return value < least || value > most
      ? fail(message('edit/out-of-range', { value, least, most }))
      : ok(value);
  };

const oneOf =
  (...choices: string[]): Reader =>
  (text) =>
    choices.includes(text)
      ? ok(text)
      : fail(message('edit/not-a-choice', { text, choices: choices.join(', ') }));

const yesOrNo: Reader = (text) => {
  const read = oneOf('true', 'false')(text);
  return read.ok ? ok(text === 'true') : read;
};

const ports: Reader = (text) =>
  arePorts(text) ? ok(portsAsTyped(text)) : fail(message('edit/not-ports', { text }));

const mac: Reader = (text) => {
  const digits = parseMac(text);
  return digits === undefined ? fail(message('edit/not-a-mac', { text })) : ok(formatMac(digits));
};

/** Addresses and prefixes are kept as typed: a lab under construction must survive a save, and rules report them. */
const readers: Readonly<Record<FieldTable, Readonly<Record<string, Reader>>>> = {
  lab: { description: anyText },
  devices: {
    cpus: whole(1, 256),
    memoryMiB: whole(4, 4_194_304),
    os: anyText,
    vlanAware: yesOrNo,
    physical: yesOrNo,
  },
  interfaces: {
    mtu: whole(68, 65_535),
    mac,
    mode: oneOf('routed', 'access', 'trunk'),
    vlan: whole(0, 65_535),
    nativeVlan: whole(0, 65_535),
    allowedVlans: anyText,
    dhcp: yesOrNo,
    connected: yesOrNo,
    adapter: anyText,
  },
  links: { mtu: whole(68, 65_535), medium: anyText },
  subnets: { prefix: anyText, name: anyText, gateway: anyText, vlan: whole(0, 65_535) },
  nat: {
    protocol: oneOf('tcp', 'udp'),
    listenAddress: anyText,
    listenPort: ports,
    insideAddress: anyText,
    insidePort: ports,
    name: anyText,
  },
};

const needed: ReadonlySet<string> = new Set([
  'subnets.prefix',
  'nat.listenPort',
  'nat.insidePort',
  'nat.protocol',
]);

/** Sets one field of one row from what a person typed. */
export const setField: Edit<SetField> = (design, { table, row, field, text }) => {
  const read = rowOf(readers[table], field);
  if (!read) return fail(message('edit/not-a-field', { field }));
  const before: object | undefined = rowOf<object>(design[table], row);
  if (!before) return fail(message('edit/gone'));
  const typed = text.trim();
  const value = typed === '' && !needed.has(`${table}.${field}`) ? ok(undefined) : read(typed);
  if (!value.ok) return value;
  const after = { ...before, [field]: value.value };
  if (sameValue(before, after)) return ok({});
  return ok({ [table]: { [row]: { before, after } } } as Change);
};
