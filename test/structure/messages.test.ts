import { describe, expect, it } from 'vitest';
import { entries, exists, load } from './files.ts';

interface Locale {
  readonly tag: string;
  readonly name: string;
  readonly direction: string;
  readonly templates: Readonly<Record<string, string>>;
}

const catalogue = 'shared/messages/catalogue.ts';
const chinese = 'shared/messages/locales/zh-CN.ts';

/** Names in braces, whatever stands after a comma in them (plural forms differ between languages). */
const placeholders = (template: string): string[] =>
  [...new Set([...template.matchAll(/\{\s*([\p{L}\d_]+)/gu)].map((match) => match[1] ?? ''))].toSorted();

describe.skipIf(entries('renderer').length === 0 && !exists(catalogue))('messages', () => {
  it('exist in English and in Chinese with the same values', async () => {
    const english = (await load(catalogue))['english'] as Readonly<Record<string, string>>;
    const zhCN = (await load(chinese))['zhCN'] as Locale;
    expect(Object.keys(english).length).toBeGreaterThan(0);
    expect({ tag: zhCN.tag, direction: zhCN.direction }).toEqual({ tag: 'zh-CN', direction: 'ltr' });
    const ids = Object.keys(english).toSorted();
    expect(
      ids.filter((id) => !(zhCN.templates[id] ?? '').trim()),
      'not translated',
    ).toEqual([]);
    expect(
      Object.keys(zhCN.templates).filter((id) => english[id] === undefined),
      'translated, not used',
    ).toEqual([]);
    const unlike = ids.filter(
      (id) => placeholders(english[id] ?? '').join() !== placeholders(zhCN.templates[id] ?? '').join(),
    );
    expect(unlike, 'other placeholders').toEqual([]);
  });
});
