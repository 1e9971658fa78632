import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { type Cidr, formatCidr } from '../../../shared/ip/address.ts';
import { contains, prefixOf } from '../../../shared/ip/prefix.ts';
import { derive } from '../../../shared/network/derive.ts';
import { nested, prefixesOn } from '../../../shared/network/prefixes.ts';

function on(lab: string, id: string): string[] {
  const segment = derive(sketchDesign(lab)).segmentOf.get(id);
  return segment
    ? prefixesOn(segment).map(({ prefix, at }) => `${formatCidr(prefix)} ${at.table} ${at.row}`)
    : [];
}

describe('the prefixes on a segment', () => {
  it('are those of its rows, and without rows those of its addresses, each once', () => {
    expect(
      on('vm a 10.0.0.1/24 10.0.9.9/32 fe80::1/64\nvm b 10.0.0.2/24 fd00::2/64\na -- b', 'a.eth0'),
    ).toEqual(['10.0.0.0/24 interfaces a.eth0', 'fd00::/64 interfaces b.eth0']);
    expect(
      on('vm a 10.0.0.1/24 10.5.0.1/24\nvm b 10.0.0.2/16\na -- b\nsubnet 10.0.0.0/24', 'a.eth0'),
    ).toEqual(['10.0.0.0/24 subnets net1']);
  });

  it('are not those of a wider row that only happens to hold the addresses of a narrower one', () => {
    const lab = 'vm a 10.0.0.1/16\nvm b 10.0.1.1/24\nsubnet 10.0.0.0/16\nsubnet 10.0.1.0/24';
    expect([on(lab, 'a.eth0'), on(lab, 'b.eth0')]).toEqual([
      ['10.0.0.0/16 subnets net1'],
      ['10.0.1.0/24 subnets net2'],
    ]);
  });
});

describe('nested prefixes', () => {
  const prefix = fc
    .record({ value: fc.bigInt({ min: 0n, max: 255n }), length: fc.integer({ min: 24, max: 32 }) })
    .map(({ value, length }): Cidr => prefixOf({ address: { version: 4, value }, length }));

  it('are found as comparing each with each finds them', () => {
    fc.assert(
      fc.property(fc.array(prefix, { maxLength: 12 }), (prefixes) => {
        const items = prefixes.map((one, index) => ({ prefix: one, index }));
        const found = [...nested(items)].flatMap(({ item, around }) =>
          around.map((outer) => [item.index, outer.index].toSorted((a, b) => a - b).join(' ')),
        );
        const wanted = items.flatMap((a) =>
          items
            .filter((b) => a.index < b.index)
            .filter((b) => contains(a.prefix, b.prefix.address) || contains(b.prefix, a.prefix.address))
            .map((b) => `${a.index} ${b.index}`),
        );
        expect(found.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });
});
