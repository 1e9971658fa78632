import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { derive } from '../../../shared/network/derive.ts';
import { vlanGaps } from '../../../shared/network/trunks.ts';

/** VLAN, the two parts, and each port on the way that stops it. */
function gaps(lab: string): unknown[] {
  const topology = sketchDesign(lab);
  return vlanGaps(topology, derive(topology)).map(({ vlan, near, far, cuts }) => [
    vlan,
    near.id,
    far.id,
    cuts.flatMap(({ stops }) => stops.map(({ id }) => id)),
  ]);
}

const members = 'switch s\nswitch m\nswitch t\nvm a\nvm b\na -- s vlan=10\nb -- t vlan=10\n';

describe('a gap in a VLAN', () => {
  it('is found at the ports that stop it, over switches that have no part in it', () => {
    const lab = `${members}port s.up mode=trunk allowedVlans=10\nport m.down mode=trunk allowedVlans=20\ns.up -- m.down\nm -- t mode=trunk`;
    expect(gaps(lab)).toEqual([[10, 'm-v10', 's-v10', ['m.down']]]);
  });

  it('is none where another way carries it', () => {
    const lab = `${members}s -- t mode=trunk allowedVlans=20\ns -- m mode=trunk\nm -- t mode=trunk`;
    expect(gaps(lab)).toEqual([]);
  });

  it('is none where no trunk joins the switches', () => {
    expect(gaps(members)).toEqual([]);
    expect(gaps(`${members}s -- t vlan=30`)).toEqual([]);
  });

  it('is said once for each part that is cut off', () => {
    const star = `${members}vm c\nc -- m vlan=10\ns -- m mode=trunk allowedVlans=20\nt -- m mode=trunk allowedVlans=20`;
    expect(gaps(star)).toEqual([
      [10, 'm-v10', 's-v10', ['s.p2', 'm.p2']],
      [10, 'm-v10', 't-v10', ['t.p2', 'm.p3']],
    ]);
  });

  it('can lie behind a switch that does not look at tags', () => {
    const lab =
      'switch s\nswitch h vlanAware=false\nswitch t\nvm a\nvm b\na -- s vlan=10\nb -- t vlan=10\nport s.up mode=trunk\nport t.up mode=trunk allowedVlans=20\nport h.p1\nport h.p2\ns.up -- h.p1\nh.p2 -- t.up';
    expect(gaps(lab)).toEqual([[10, 'h-v10', 't-v10', ['t.up']]]);
  });
});
