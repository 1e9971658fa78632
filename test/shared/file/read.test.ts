import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../shared/diagnostics/diagnostic.ts';
import { locatePlaces, readDesign } from '../../../shared/file/read.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { writeDesign } from '../../../shared/file/write.ts';

const small = writeDesign(
  sketchDesign(
    'vm web 192.0.2.1/24\nswitch sw\nweb -- sw vlan=10\nvlan 10\nsubnet 192.0.2.0/24 gateway=192.0.2.254',
  ),
);

/** What a person sees of a diagnostic: words, line and column. */
function told(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ message, position }) => [message.id, position?.line, position?.column]);
}

describe('a file that is cut off', () => {
  it('at any place is named with a line that it has, or is still complete', () => {
    const lines = small.split('\n').length;
    for (let length = 0; length < small.length; length++) {
      const { design, diagnostics } = readDesign(small.slice(0, length));
      if (design) {
        expect([length, diagnostics]).toEqual([small.length - 1, []]);
        continue;
      }
      expect(diagnostics.length).toBeGreaterThan(0);
      for (const { position, severity } of diagnostics) {
        expect(severity).toBe('error');
        expect(position?.line).toBeGreaterThanOrEqual(1);
        expect(position?.line).toBeLessThanOrEqual(lines);
        expect(position?.column).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it('or changed in one place is named or read, never a crash', () => {
    const piece = fc.constantFrom(
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '\n',
      '\u0000',
      '\uD800',
      '/*',
      '//',
      '0',
      'null',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.nat(small.length), fc.nat(3), piece, (at, gone, put) => {
        const { design, diagnostics } = readDesign(small.slice(0, at) + put + small.slice(at + gone));
        expect(design !== undefined || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a large text that is no lab ends in a diagnostic, soon and without a crash', () => {
  const million = 1_000_000;
  const noise = (): string => {
    // A linear congruential generator: the same bytes in every run.
    const bytes = new Uint8Array(10 * million);
    for (let index = 0, state = 1; index < bytes.length; index++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[index] = state >>> 24;
    }
    return new TextDecoder().decode(bytes);
  };
  const printable = (): string => noise().replace(/[^ -~\n]/g, ' ');

  it.each<[string, () => string, unknown]>([
    ['random bytes', noise, ['file/not-text', 1, 1]],
    ['printable noise', printable, ['file/what/symbol', 1, 1]],
    ['ten million opening brackets', () => '['.repeat(10 * million), ['file/too-deep', 1, 65]],
    ['a million objects in each other', () => '{"a":'.repeat(million), ['file/too-deep', 1, 321]],
    ['brackets that close as the other kind', () => '[},'.repeat(million), ['file/what/value', 1, 2]],
    [
      'closing brackets before opening ones',
      () => `[${'},'.repeat(million)}${'['.repeat(million)}`,
      ['file/what/value', 1, 2],
    ],
    ['one text of ten million characters', () => `"${'x'.repeat(10 * million)}"`, ['file/not-a-lab', 1, 1]],
    ['the same, not closed', () => `"${'x'.repeat(10 * million)}`, ['file/what/string', 1, 1]],
    ['ten million spaces', () => ' '.repeat(10 * million), ['file/what/value', 1, 10 * million + 1]],
    ['a million numbers', () => `[${'1,'.repeat(million)}1]`, ['file/not-a-lab', 1, 1]],
  ])(
    '%s',
    (_name, text, expected) => {
      const { design, diagnostics } = readDesign(text());
      expect([design, told(diagnostics)]).toEqual([undefined, [expected]]);
    },
    20_000,
  );
});

describe('members that this version does not know', () => {
  it('are kept: fields, tables, kinds and members called __proto__', () => {
    const text = `{
  "$schema": "urn:netloom:lab:1",
  "netloom": 1,
  "lab": {"id": "5f0c4f0e-2f0b-4c56-9d4b-7a3f5d1e8a10", "name": "x", "owner": {"__proto__": {"admin": true}}},
  "devices": {
    "c1": {"kind": "coffee-machine", "name": "c1", "__proto__": null, "beans": [1, 2]}
  },
  "__proto__": {"x": 1},
  "radios": {"f1": {"device": "c1", "order": 1}}
}
`;
    const { design, diagnostics } = readDesign(text);
    expect(diagnostics).toEqual([]);
    expect(design && writeDesign(design)).toBe(text);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  it('stay where $schema is another one', () => {
    const text = small.replace('urn:netloom:lab:1', 'https://example.com/lab.json');
    const { design } = readDesign(text);
    expect(design && writeDesign(design)).toBe(text);
  });
});

describe('the same lab is read', () => {
  it.each([
    ['with a byte order mark', `\uFEFF${small}`],
    ['with Windows line ends', small.replaceAll('\n', '\r\n')],
    ['on one line', JSON.stringify(JSON.parse(small))],
    ['without $schema', small.replace(/.*\$schema.*\n/, '')],
  ])('%s', (_how, text) => {
    const { design, diagnostics } = readDesign(text);
    expect([design && writeDesign(design), diagnostics]).toEqual([small, []]);
  });
});

it('a problem after Windows line ends has the line an editor shows', () => {
  expect(told(readDesign('{\r\n  "netloom": 1,\r\n  "netloom": 1\r\n}').diagnostics)).toEqual([
    ['file/duplicate-key', 3, 3],
  ]);
});

it('a row with a wrong form keeps the lab from opening, so that saving loses nothing', () => {
  const { design, diagnostics } = readDesign(
    small.replace('"mode": "x"', '').replace('"vlan": 10', '"vlan": "ten"'),
  );
  expect([design, diagnostics.map(({ at }) => at)]).toEqual([
    undefined,
    [{ table: 'interfaces', row: 'sw.p1', field: 'vlan' }],
  ]);
});

it('places of a design are found in its text: the field, else the row, else the table', () => {
  const locate = locatePlaces(small);
  const lineOf = (table: Parameters<typeof locate>[0]): string =>
    small.split('\n')[(locate(table)?.line ?? 0) - 1]?.trim() ?? '';
  expect([
    lineOf({ table: 'interfaces', row: 'sw.p1', field: 'vlan' }).slice(0, 7),
    lineOf({ table: 'interfaces', row: 'sw.p1', field: 'mtu' }).slice(0, 7),
    lineOf({ table: 'subnets', row: 'none' }),
    lineOf({ table: 'lab', row: 'lab', field: 'name' }).slice(0, 5),
    locatePlaces('{')({ table: 'lab', row: 'lab' }),
  ]).toEqual(['"sw.p1"', '"sw.p1"', '"subnets": {', '"lab"', undefined]);
});
