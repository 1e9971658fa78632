import type { Kind } from './kind.ts';

export const vm: Kind = {
  id: 'vm',
  words: { 'kind/vm/name': 'Virtual machine', 'kind/vm/about': 'A machine that VirtualBox runs.' },
  group: 'machines',
  defaultMode: 'routed',
  icon: 'monitor',
  size: { width: 168, height: 52 },
};
