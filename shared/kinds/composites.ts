/** What the palette offers, in its order: a kind, or several devices cabled together. */
export const paletteEntries = ['vm', 'switch', 'nat-network', 'nat', 'router', 'host', 'internet'] as const;
export type PaletteEntry = (typeof paletteEntries)[number];

/** Entries that a host can run. */
export const hostedEntries: ReadonlySet<PaletteEntry> = new Set([
  'vm',
  'switch',
  'nat-network',
  'nat',
  'router',
]);

/** Words for the entries; a composite has words of its own because it is no kind. */
export const paletteWords: Readonly<Record<string, string>> = {
  'kind/palette/vm': 'Virtual machine',
  'kind/palette/vm/about': 'One network card, 1 GiB of memory',
  'kind/palette/switch': 'Switch',
  'kind/palette/switch/about': 'Joins machines into one network',
  'kind/palette/nat-network': 'NAT network',
  'kind/palette/nat-network/about': 'A switch whose machines share this computer’s address',
  'kind/palette/nat': 'NAT (isolated)',
  'kind/palette/nat/about': 'Each machine gets a NAT of its own',
  'kind/palette/router': 'Router',
  'kind/palette/router/about': 'A machine between two networks',
  'kind/palette/host': 'Host',
  'kind/palette/host/about': 'A physical machine',
  'kind/palette/internet': 'Internet',
  'kind/palette/internet/about': 'The outside world',
};

/** Icon of each entry, by name in the page's icon set. */
export const paletteIcons: Readonly<Record<PaletteEntry, string>> = {
  vm: 'monitor',
  switch: 'switch',
  'nat-network': 'nat',
  nat: 'nat-isolated',
  router: 'router',
  host: 'server',
  internet: 'globe',
};
