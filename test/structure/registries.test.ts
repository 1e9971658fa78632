import { describe, expect, it } from 'vitest';
import { entries, exists, load } from './files.ts';

interface Registry {
  readonly folder: string;
  readonly list: string;
  /** Files of the folder that are not members. */
  readonly others: readonly string[];
}

const registries: readonly Registry[] = [
  { folder: 'shared/rules', list: 'rules', others: ['index.ts', 'rule.ts', 'run.ts', 'fixes.ts'] },
  { folder: 'shared/kinds', list: 'kinds', others: ['index.ts', 'kind.ts', 'composites.ts', 'platforms.ts'] },
  { folder: 'shared/targets', list: 'targets', others: ['index.ts', 'target.ts'] },
];

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

for (const { folder, list, others } of registries) {
  const names = entries(folder).filter((name) => !others.includes(name));
  describe.skipIf(names.length === 0)(folder, () => {
    it(`has every member in ${list}, sorted, under the id its file has`, async () => {
      expect(exists(`${folder}/index.ts`), `${folder}/index.ts`).toBe(true);
      const members = (await load(`${folder}/index.ts`))[list] as readonly { readonly id: string }[];
      expect(Array.isArray(members), `${list} in ${folder}/index.ts`).toBe(true);
      const wanted = names.map((name) => name.replace(/\.ts$/, '')).toSorted(byCode);
      expect(members.map(({ id }) => id)).toEqual(wanted);
    });
  });
}
