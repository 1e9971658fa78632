/** A TCP or UDP port, or an inclusive range of them. Ends may lie outside 1 to 65535: a rule says so. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** A port as typed: a number, `8080` or `9000-9002`. Undefined when it is neither or runs backwards. */
export function parsePorts(typed: number | string): PortRange | undefined {
  if (typeof typed === 'number') return Number.isInteger(typed) ? { first: typed, last: typed } : undefined;
  const match = /^\s*(-?[0-9]{1,9})(?:\s*-\s*([0-9]{1,9}))?\s*$/.exec(typed);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first <= last ? { first, last } : undefined;
}

/** RFC 6335 section 6: 0 is reserved. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

export function formatPorts({ first, last }: PortRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
