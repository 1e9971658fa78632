import type { Target } from '../target.ts';
import { limits } from './limits.ts';
import { obstacles } from './obstacles.ts';
import { commands, type Operation } from './operation.ts';
import { plan } from './plan.ts';
import { render } from './render.ts';
import type { Observed } from './state.ts';

/** Labs in Oracle VirtualBox 7: as files, and built live. */
export const virtualbox: Target<Operation, Observed> = {
  id: 'virtualbox',
  label: 'VirtualBox',
  limits,
  alsoSaidBy: {
    'target/virtualbox/forward-nobody': 'forward-target-behind-nat',
    'target/virtualbox/forward-outside': 'forward-target-behind-nat',
    'target/virtualbox/forward-port': 'port-in-range',
    'target/virtualbox/name': 'device-name-well-formed',
    'target/virtualbox/name-twice': 'no-duplicate-device-name',
  },
  files: { render },
  live: {
    plan,
    obstacles,
    commands,
    untouched: ({ foreign }) => ({
      machines: foreign.machines.map(({ name }) => name),
      networks: foreign.natNetworks.map(({ name }) => name),
    }),
  },
};
