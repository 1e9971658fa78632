import type { Kind } from './kind.ts';

export const internet: Kind = {
  id: 'internet',
  words: { 'kind/internet/name': 'Internet', 'kind/internet/about': 'The outside world.' },
  group: 'outside',
  defaultMode: 'routed',
  icon: 'globe',
  size: { width: 128, height: 52 },
};
