import { cables } from '../network/cables.ts';
import { runsSpanningTree } from '../network/spanning-tree.ts';
import { setFields } from './fixes.ts';
import { defineRule } from './rule.ts';

export const stpModesAgree = defineRule({
  id: 'stp-modes-agree',
  severity: 'warning',
  pack: 'l2',
  catalogue: ['L2-09'],
  per: 'lab',
  summary: 'Switches that are cabled to each other run the same kind of spanning tree.',
  why: 'They understand each other in one VLAN only, or fall back to one tree for all: VLANs are cut that had no loop.',
  source: 'IEEE 802.1Q-2022 section 13.5; Cisco, PVST+ interoperation with MST',
  messages: {
    differ: '{a} runs {modeA} and {b} runs {modeB}: let both run the same.',
    set: 'Let {who} run {mode}',
  },
  examples: {
    good: [
      'switch s stpMode=rstp\nswitch t stpMode=rstp\ns -- t',
      // RSTP speaks STP to an older neighbour.
      'switch s stpMode=rstp\nswitch t stpMode=stp\ns -- t',
      'switch s stpMode=rstp\nswitch t\ns -- t',
      'switch s stpMode=rstp\nswitch t stpMode=mstp\nvm a\ns -- a\nt -- a',
    ],
    bad: [
      { lab: 'switch s stpMode=pvst\nswitch t stpMode=mstp\ns -- t mode=trunk', reports: ['differ'] },
      {
        lab: 'switch s stpMode=rstp stpPriority=4096\nswitch t stpMode=mstp\ns -- t\ns -- t',
        reports: ['differ'],
      },
    ],
  },
  *check(_lab, { topology }) {
    const said = new Set<string>();
    for (const { link, ends } of cables(topology)) {
      const [a, b] = ends;
      const [modeA, modeB] = [a.device.stpMode ?? 'none', b.device.stpMode ?? 'none'] as const;
      const run = ends.every((end) => end.switchPort && runsSpanningTree(end.device));
      const older = [modeA, modeB].every((mode) => mode === 'stp' || mode === 'rstp');
      const pair = [a.row.device, b.row.device].sort().join(' ');
      if (!run || modeA === modeB || older || said.has(pair)) continue;
      said.add(pair);
      yield {
        message: 'differ',
        values: {
          a: a.device.name,
          modeA: modeA.toUpperCase(),
          b: b.device.name,
          modeB: modeB.toUpperCase(),
        },
        at: { table: 'links', row: link },
        fixes: ends.map((end) => {
          const mode = end === a ? modeB : modeA;
          return {
            label: 'set' as const,
            values: { who: end.device.name, mode: mode.toUpperCase() },
            safety: 'choice' as const,
            change: setFields(topology, 'devices', end.row.device, { stpMode: mode }),
          };
        }),
      };
    }
  },
});
