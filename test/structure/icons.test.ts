import { describe, expect, it } from 'vitest';
import { paletteIcons } from '../../shared/kinds/composites.ts';
import { kinds } from '../../shared/kinds/index.ts';
import { projectFiles, read } from './files.ts';

describe('icons', () => {
  it('that are asked for by name are in the set: any other would show a question mark', () => {
    const set = new Set(
      [...read('renderer/ui/Icon.tsx').matchAll(/^ {2}'?([a-z-]+)'?: [A-Z]\w*,$/gm)].map((found) => found[1]),
    );
    const asked = projectFiles()
      .filter((name) => /^renderer\/.*\.tsx?$/.test(name))
      .flatMap((name) =>
        [...read(name).matchAll(/(?:\bicon=|<Icon name=|\bicon: )["']([a-z-]+)["']/g)].map(
          (found) => found[1],
        ),
      );
    expect(asked.length).toBeGreaterThan(20);
    const all = [...asked, ...Object.values(paletteIcons), ...kinds.map(({ icon }) => icon)];
    expect([...new Set(all)].filter((name) => !set.has(name))).toEqual([]);
  });
});
