import type { Kind } from './kind.ts';

export const switchKind: Kind = {
  id: 'switch',
  words: { 'kind/switch/name': 'Switch', 'kind/switch/about': 'Joins cables into one network, per VLAN.' },
  group: 'networks',
  defaultMode: 'access',
  icon: 'switch',
  size: { width: 120, height: 52 },
};
