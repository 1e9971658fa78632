const colours = [
  '#0072B2',
  '#D55E00',
  '#009E73',
  '#CC79A7',
  '#7A5195',
  '#B8860B',
  '#56B4E9',
  '#8C564B',
  '#2F4B7C',
  '#6B8E23',
  '#C2185B',
  '#607D8B',
];

/** A VLAN's colour; always shown with its number. VLAN 1 and none have no colour of their own. */
export function vlanColour(vlan: number | undefined): string | undefined {
  if (vlan === undefined || vlan === 1) return undefined;
  const index = (Math.floor(vlan / 10) || vlan) % colours.length;
  return colours[index];
}
