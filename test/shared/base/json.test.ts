import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, sameValue } from '../../../shared/base/json.ts';

it('the order in which members were written does not matter', () => {
  expect(canonicalJson({ b: [1, { y: null, x: 'é' }], a: true, gone: undefined })).toBe(
    '{"a":true,"b":[1,{"x":"é","y":null}]}',
  );
});

it('a hole in an array and a value that JSON lacks become null', () => {
  expect(canonicalJson([undefined, Number.NaN, Number.POSITIVE_INFINITY])).toBe('[null,null,null]');
});

it('any value reads back as what it was, and twice canonical is once canonical', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      const back: unknown = JSON.parse(text);
      expect(canonicalJson(back)).toBe(text);
      expect(sameValue(back, value)).toBe(true);
    }),
  );
});

it('a row with one member more is another value', () => {
  expect([sameValue({ a: 1 }, { a: 1, b: 2 }), sameValue({ a: 1 }, { a: 1, b: undefined })]).toEqual([
    false,
    true,
  ]);
});

it('nothing is not null: adding a member that is null is a change', () => {
  expect([sameValue(undefined, null), sameValue(undefined, undefined), sameValue(null, null)]).toEqual([
    false,
    true,
    true,
  ]);
});
