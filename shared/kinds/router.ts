import type { Kind } from './kind.ts';

export const router: Kind = {
  id: 'router',
  words: {
    'kind/router/name': 'Router',
    'kind/router/about': 'A machine that forwards between its interfaces.',
  },
  group: 'networks',
  defaultMode: 'routed',
  icon: 'router',
  size: { width: 168, height: 52 },
};
