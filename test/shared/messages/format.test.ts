import { describe, expect, it } from 'vitest';
import { fillTemplate, type Locale, templateOf } from '../../../shared/messages/format.ts';
import { localeFor } from '../../../shared/messages/locales/index.ts';

const french: Locale = { tag: 'fr', name: 'Français', direction: 'ltr', templates: { 'ui/undo': 'Annuler' } };

describe('a template', () => {
  it('is filled with values, each as often as it stands there', () => {
    expect(fillTemplate('{a} and {b}: {a}', { a: 'web1', b: 7 }, 'en')).toBe('web1 and 7: web1');
  });

  it('takes the plural form of its language', () => {
    const say = (count: number, tag: string): string => fillTemplate('{count|port|ports}', { count }, tag);
    expect([say(0, 'en'), say(1, 'en'), say(2, 'en'), say(0, 'fr'), say(1, 'zh-CN')]).toEqual([
      '0 ports',
      '1 port',
      '2 ports',
      '0 port',
      '1 ports',
    ]);
  });

  it('keeps a name without a value, so that the mistake is seen', () => {
    expect(fillTemplate('{who} has {constructor}', {}, 'en')).toBe('{who} has {constructor}');
  });

  it('is not filled again with what a value says', () => {
    expect(fillTemplate('{a}{b}', { a: '{b}', b: '$& $1' }, 'en')).toBe('{b}$& $1');
  });
});

it('a message without words in a language has its English words', () => {
  const english = { 'ui/undo': 'Undo', 'ui/redo': 'Redo' };
  expect(['ui/undo', 'ui/redo', 'ui/none', 'toString'].map((id) => templateOf(id, french, english))).toEqual([
    { template: 'Annuler', tag: 'fr' },
    { template: 'Redo', tag: 'en' },
    undefined,
    undefined,
  ]);
});

it.each([
  ['zh', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['zh_CN.UTF-8', 'zh-CN'],
  ['en_US.UTF-8', 'en'],
  ['de', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('the tag %s is served by %s', (tag, expected) => {
  expect(localeFor(tag).tag).toBe(expected);
});
