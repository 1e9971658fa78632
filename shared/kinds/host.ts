import type { Kind } from './kind.ts';

export const host: Kind = {
  id: 'host',
  words: { 'kind/host/name': 'Host', 'kind/host/about': 'A physical machine or hypervisor.' },
  group: 'machines',
  defaultMode: 'routed',
  icon: 'server',
  size: { width: 168, height: 52 },
};
