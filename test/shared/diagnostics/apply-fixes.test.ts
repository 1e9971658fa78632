import { describe, expect, it } from 'vitest';
import { applySafeFixes } from '../../../shared/diagnostics/apply-fixes.ts';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { message } from '../../../shared/messages/message.ts';
import { applyChange } from '../../../shared/model/change.ts';
import type { Design } from '../../../shared/model/design.ts';
import { createAnalyser } from '../../../shared/pipeline.ts';

const mistakes = [
  'vm web_1 10.0.0.1/24 mac=08:00:27:00:00:01',
  'vm b 10.0.0.2/24 mac=08:00:27:00:00:01',
  'vm c 10.0.0.2/24',
  'switch s',
  'web_1 -- s',
  'b -- s',
  'c -- s',
  'subnet 10.0.0.5/24',
].join('\n');

describe('mending all that is safe', () => {
  it('leaves what needs a person, and is one change', () => {
    const design = sketchDesign(mistakes);
    const result = applySafeFixes(design, createAnalyser());
    expect(result.mended.map(({ code }) => code).toSorted()).toEqual([
      'device-name-well-formed',
      'no-duplicate-mac',
      'no-host-bits',
    ]);
    expect(result.left.map(({ code }) => code)).toEqual(['no-duplicate-address']);
    expect(applyChange(design, result.change)).toEqual(result.design);
    expect(applySafeFixes(design, createAnalyser())).toEqual(result);
  });

  it('does nothing where nothing is wrong', () => {
    const design = sketchDesign('vm a 10.0.0.1/24');
    expect(applySafeFixes(design, createAnalyser())).toEqual({ change: {}, design, mended: [], left: [] });
  });

  it('takes fixes of one row one after the other', () => {
    const twice = 'router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r 10.5.0.9/16 via=10.0.0.1/24';
    const result = applySafeFixes(sketchDesign(twice), createAnalyser());
    expect(result.design.routes).toEqual({
      route1: { device: 'r', destination: '10.5.0.0/16', via: '10.0.0.1' },
    });
    expect(result.left).toEqual([]);
  });

  it('ends after ten rounds where fixes undo each other', () => {
    const toggle = (design: Design): { diagnostics: Diagnostic[] } => {
      const before = design.vlans['v'];
      const after = { id: before?.id === 10 ? 20 : 10 };
      const fix = {
        label: message('x'),
        safety: 'safe' as const,
        change: { vlans: { v: { ...(before ? { before } : {}), after } } },
      };
      const at = { table: 'vlans' as const, row: 'v' };
      return {
        diagnostics: [{ code: 'x', severity: 'hint', message: message('x'), at, related: [], fixes: [fix] }],
      };
    };
    expect(applySafeFixes(sketchDesign('vlan 5'), toggle).mended).toHaveLength(10);
  });
});
