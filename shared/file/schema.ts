import { z } from 'zod';

z.config({ jitless: true });

const int = z.number().int();
const text = z.string().max(65_536);
const optionalText = text.optional();
/** VLAN ids and ports outside their range must load, so that a rule can name them and offer a fix. */
const anyId = int.optional();
const portText = z.union([int, text]).optional();

/**
 * Shape of the rows of version 1. Members that are not listed are kept; listed ones must have the type that the
 * model gives them, or the file is refused with the place.
 */
export const rowShapes = {
  lab: z.looseObject({ id: z.uuid(), name: text, description: optionalText }),
  devices: z.looseObject({
    kind: text,
    name: text,
    on: optionalText,
    platform: optionalText,
    os: optionalText,
    cpus: int.min(1).optional(),
    memoryMiB: int.min(1).optional(),
    engine: z.literal('nat').optional(),
    isolated: z.boolean().optional(),
    vlanAware: z.boolean().optional(),
    physical: z.boolean().optional(),
  }),
  interfaces: z.looseObject({
    device: text,
    name: text,
    mac: optionalText,
    mtu: int.min(1).optional(),
    mode: z.enum(['routed', 'access', 'trunk']).optional(),
    vlan: anyId,
    nativeVlan: anyId,
    allowedVlans: optionalText,
    parent: optionalText,
    tag: anyId,
    addresses: z.array(text).optional(),
    dhcp: z.boolean().optional(),
    adapter: optionalText,
    connected: z.boolean().optional(),
    virtual: z.boolean().optional(),
    shares: optionalText,
  }),
  links: z.looseObject({ a: text, b: text, mtu: int.min(1).optional(), medium: optionalText }),
  vlans: z.looseObject({ id: int, name: optionalText, colour: optionalText }),
  subnets: z.looseObject({
    prefix: text,
    name: optionalText,
    vlan: anyId,
    switch: optionalText,
    gateway: optionalText,
    purpose: optionalText,
  }),
  nat: z.looseObject({
    device: text,
    kind: z.enum(['masquerade', 'source', 'port-forward', 'static']),
    name: optionalText,
    protocol: z.enum(['tcp', 'udp']).optional(),
    listenAddress: optionalText,
    listenPort: portText,
    insideAddress: optionalText,
    insidePort: portText,
  }),
  positions: z.looseObject({ x: z.number(), y: z.number() }),
} as const;

/** Ids are slugs: letters, digits, and `. _ -` after the first. So none is `__proto__`, and all are fit for a shell. */
export const idShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export const schemaName = 'urn:netloom:lab:1';
export const fileVersion = 1;
