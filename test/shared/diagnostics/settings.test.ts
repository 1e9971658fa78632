import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { createAnalyser } from '../../../shared/pipeline.ts';

const clash = 'vm a 10.0.0.1/24\nvm b 10.0.0.1/24\nvm c 10.0.0.1/24\nswitch s\na -- s\nb -- s\nc -- s\n';

/** `severity code table row` of all that is said about a lab. */
function said(settings: string): string[] {
  return createAnalyser()(sketchDesign(clash + settings)).diagnostics.map(
    ({ severity, code, at }) => `${severity} ${code} ${at.table} ${at.row}`,
  );
}

const both = ['error no-duplicate-address interfaces b.eth0', 'error no-duplicate-address interfaces c.eth0'];

describe('settings of rules', () => {
  it('are not needed', () => {
    expect(said('')).toEqual(both);
  });

  it('switch a rule off, by its id or by a number of the catalogue, in the lab or at one row', () => {
    expect(said('check no-duplicate-address off reason=meant')).toEqual([]);
    expect(said('check ip-01 off reason=meant')).toEqual([]);
    expect(said('check IP-01 off table=interfaces row=b.eth0 reason=meant')).toEqual([
      'error no-duplicate-address interfaces c.eth0',
    ]);
  });

  it('give another severity, and the setting of a row counts before that of the lab', () => {
    const settings =
      'check IP-01 hint reason=meant\ncheck IP-01 warning table=interfaces row=c.eth0 reason=look';
    expect(said(settings)).toEqual([
      'warning no-duplicate-address interfaces c.eth0',
      'hint no-duplicate-address interfaces b.eth0',
    ]);
  });

  it('that name no rule, no table or no row are told, and change nothing', () => {
    expect(said('check no-such-rule off reason=x')).toEqual([
      ...both,
      'warning checks/unknown-rule checks check1',
    ]);
    expect(said('check IP-01 off reason=x table=nets')).toEqual([
      ...both,
      'warning checks/no-table checks check1',
    ]);
    expect(said('check IP-01 off reason=x table=interfaces row=z.eth0')).toEqual([
      ...both,
      'warning checks/no-row checks check1',
    ]);
  });

  it('that switch off what is not there are leftovers; another severity for what may come is not', () => {
    expect(said('check VLAN-01 off reason=x')).toEqual([...both, 'hint checks/unused checks check1']);
    expect(said('check VLAN-01 hint reason=x')).toEqual(both);
  });
});
