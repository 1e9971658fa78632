import { describe, expect, it } from 'vitest';
import { projectFiles, read } from './files.ts';

const text = /\.(tsx?|cjs|mjs|js|css|html|md|json|ya?ml|sh)$|^\.ci\//;
const self = 'test/structure/files.test.ts';

/** `name:line: what` for every line of the files that `find` objects to. */
function findings(names: readonly string[], find: RegExp): string[] {
  return names.flatMap((name) =>
    read(name)
      .split('\n')
      .flatMap((line, index) =>
        find.test(line) ? [`${name}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}

describe('files', () => {
  it('are shorter than 400 lines', () => {
    const long = projectFiles()
      .filter((name) => /\.(tsx?|css)$/.test(name))
      .filter((name) => !/^test\/|\/locales\/|generated/.test(name))
      .filter((name) => read(name).split('\n').length > 400);
    expect(long).toEqual([]);
  });

  it('name no folder of one machine', () => {
    const names = projectFiles().filter(
      (name) => text.test(name) && name !== self && name !== 'package-lock.json',
    );
    const place = /(^|[\s"'`(=:])\/(work|farm)\/|\.\.\/shared\/(research|design|notes|tasks?)\b/;
    expect(findings(names, place)).toEqual([]);
  });

  it('leave nothing to do without saying when', () => {
    const names = projectFiles().filter((name) => /\.(tsx?|cjs|css)$/.test(name) && name !== self);
    expect(findings(names, /\b(TODO|FIXME|XXX)\b(?!.*\b(when|once|until|after)\b)/)).toEqual([]);
  });
});
