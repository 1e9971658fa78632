import { describe, expect, it } from 'vitest';
import { bestFits, indexed, type Findable } from '../../../shared/text/match.ts';

const thing = (name: string, ...more: string[]): Findable => ({ names: [name], more });

function found(query: string, things: readonly Findable[]): (string | undefined)[] {
  return bestFits(query, things, indexed).map(({ names }) => names.at(-1));
}

describe('looking things up by words', () => {
  it('asks that every typed word is found, in any order', () => {
    const things = [thing('Add a switch'), thing('Add a note'), thing('Align left edges')];
    expect(found('switch add', things)).toEqual(['Add a switch']);
    expect(found('add left', things)).toEqual([]);
  });

  it('puts the whole name first, then its start, the start of a word, the inside of a word, and what is no name', () => {
    const things = [
      thing('other', 'web'),
      thing('cobweb'),
      thing('my web'),
      thing('web1'),
      thing('web'),
      thing('none', 'cobweb'),
    ];
    expect(found('web', things)).toEqual(['web', 'web1', 'my web', 'cobweb', 'other', 'none']);
  });

  it('takes a name before an address, and equals in their order', () => {
    const things = [thing('b', '10.0.10.11'), thing('host-10.0'), thing('a', '10.0.10.12')];
    expect(found('10.0', things)).toEqual(['host-10.0', 'b', 'a']);
  });

  it('does not mind case, accents or the width of letters', () => {
    const things = [thing('Büro'), thing('ＶＭ１'), thing('Ångström')];
    expect([found('BURO', things), found('vm1', things), found('angstrom', things)]).toEqual([
      ['Büro'],
      ['ＶＭ１'],
      ['Ångström'],
    ]);
  });

  it('finds Chinese inside a name, and English while the name shown is Chinese', () => {
    const command: Findable = { names: ['Add a virtual machine', '添加虚拟机'], more: [] };
    expect([found('虚拟', [command]), found('virt', [command]), found('交换', [command])]).toEqual([
      ['添加虚拟机'],
      ['添加虚拟机'],
      [],
    ]);
  });

  it('finds everything for no words, in its order', () => {
    expect(found('  ', [thing('b'), thing('a')])).toEqual(['b', 'a']);
  });
});
