import { afterAll, describe, expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { en } from '../../../shared/messages/locales/en.ts';
import { zhCN } from '../../../shared/messages/locales/zh-CN.ts';
import { openPage } from './page.ts';

const page = openPage();
const { createFinder, keyOf } = await import('../../../renderer/panels/commands/options.ts');

afterAll(() => page.close());

const design = {
  ...sketchDesign(`
    switch sw1
    vm web1 10.0.10.11/24 mac=08:00:27:12:34:56
    vm web2 10.0.10.12/24
    router core
    web1 -- sw1 vlan=20
    vlan 20 name=office
    subnet 10.0.10.0/24 gateway=10.0.10.1
  `),
  notes: { note1: { text: 'Exam starts here', x: 0, y: 0, width: 200, height: 96 } },
  groups: { front: { name: 'Front row', devices: ['web1', 'web2'] } },
};

function found(query: string, of: Partial<Parameters<typeof createFinder>[0]> = {}): string[] {
  const find = createFinder({ design, find: 'everything', locale: en, recent: [], ...of });
  return find(query).options.map(keyOf);
}

describe('the palette finds', () => {
  it('a device by its address, MAC in any writing, and kind', () => {
    expect(found('10.0.10.12')).toEqual(['device-web2']);
    expect(['08:00:27:12', '08-00-27-12', '08002712'].map((mac) => found(mac))).toEqual(
      Array(3).fill(['device-web1']),
    );
    expect(found('router', { find: 'devices' })).toEqual(['device-core']);
  });

  it('subnets, VLANs by number or name, notes and groups', () => {
    const only = { find: 'devices' } as const;
    expect([
      found('10.0.10.0', only)[0],
      found('vlan 20', only)[0],
      found('office', only)[0],
      found('exam', only)[0],
      found('front', only)[0],
    ]).toEqual(['subnet-net1', 'vlan-20', 'vlan-20', 'note-note1', 'group-front']);
  });

  it('commands in English while the interface is Chinese, and in Chinese', () => {
    const chinese = { locale: zhCN };
    expect([found('undo', chinese)[0], found('撤销', chinese)[0], found('虚拟机', chinese)[0]]).toEqual([
      'command-undo',
      'command-undo',
      'command-add-vm',
    ]);
  });

  it('several devices to add, in both languages and as people write plurals', () => {
    const first = (query: string, locale = en) => found(query, { locale })[0];
    expect([
      first('5 vm'),
      first('5 virtual machines'),
      first('2 switches'),
      first('3x router'),
      first('3 台虚拟机', zhCN),
      first('3 vm', zhCN),
      first('400 hosts'),
    ]).toEqual(['many-vm', 'many-vm', 'many-switch', 'many-router', 'many-vm', 'many-vm', 'many-host']);
    expect(['10.0', '5', '0 vm', '5 unicorns'].filter((query) => first(query)?.startsWith('many'))).toEqual(
      [],
    );
  });

  it('the latest commands before all others, and what cannot be done last, when nothing is typed', () => {
    const all = found('', { recent: ['plan', 'add-note'] });
    expect(all.slice(0, 3)).toEqual(['command-plan', 'command-add-note', 'command-new']);
    expect(all.indexOf('command-undo')).toBeGreaterThan(all.indexOf('command-shortcuts'));
  });

  it('fifty at most, and says how many more there are', () => {
    const many = {
      ...design,
      devices: Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [`vm${index}`, { kind: 'vm', name: `vm${index}` }]),
      ),
    };
    const { options, more } = createFinder({ design: many, find: 'devices', locale: en, recent: [] })('vm');
    expect([options.length, more]).toEqual([50, 250]);
  });
});
