import { describe, expect, it, vi } from 'vitest';
import { labSchema } from '../../shared/file/json-schema.ts';
import { rules } from '../../shared/rules/index.ts';
import { createStage } from './stage.ts';

// Each run of the program takes a second, and some tests need several.
vi.setConfig({ testTimeout: 60_000 });

const { netloom, path } = createStage();

describe('netloom rules and explain', () => {
  it('list every rule', async () => {
    const { code, stdout } = await netloom(['rules', '--json']);
    const listed = JSON.parse(stdout);
    expect([code, listed.map(({ id }: { id: string }) => id)]).toEqual([0, rules.map(({ id }) => id)]);
    expect(Object.keys(listed[0])).toEqual(['id', 'pack', 'severity', 'catalogue', 'summary']);
  });

  it('explain one by its id, and all that a number of the catalogue names', async () => {
    const one = await netloom(['explain', 'no-host-bits']);
    const two = await netloom(['explain', 'ip-01']);
    expect([one.code, one.stdout.split('\n')[0]]).toEqual([0, 'no-host-bits (ip, warning, IP-08)']);
    expect(two.stdout.match(/^no-\S+(?= \()/gm)).toEqual([
      'no-address-on-two-segments',
      'no-duplicate-address',
    ]);
    expect((await netloom(['explain', 'nothing'])).code).toBe(2);
  });
});

describe('netloom schema', () => {
  it('prints the schema of a lab file', async () => {
    const { code, stdout } = await netloom(['schema']);
    expect([code, JSON.parse(stdout)]).toEqual([0, labSchema()]);
  });
});

describe('netloom doctor', () => {
  it('ends with 4 and says what to do where something is missing', async () => {
    const env = { VBOXMANAGE: path('nosuch'), ELECTRON_OVERRIDE_DIST_PATH: path('nosuch') };
    const { code, stdout } = await netloom(['doctor', '--json'], { env });
    const states = JSON.parse(stdout).map(
      ({ what, state }: { what: string; state: string }) => `${what} ${state}`,
    );
    expect([code, states.filter((one: string) => !/electron/.test(one))]).toEqual([
      4,
      ['node fine', 'target missing', 'state fine', 'workspace fine'],
    ]);
  });

  it('says why the folder for settings cannot be used', async () => {
    const { code, stderr } = await netloom(['doctor'], { env: { NETLOOM_STATE: '/proc/netloom' } });
    expect([code, stderr]).toEqual([4, expect.stringContaining('/proc/netloom cannot be written (ENOENT)')]);
  });
});
