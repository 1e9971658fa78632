import { callNames } from '../../shared/contract/index.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface OddCall {
  readonly name: string;
  /** JSON most of the time. */
  readonly body: string;
}

const prototypeNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
const fields =
  'file text basedOn target purpose plan job page draft before path suggested theme language palette'.split(
    ' ',
  );
const paths = [
  '../outside.netloom.json',
  '..\\outside.netloom.json',
  '/etc/passwd',
  '/etc/x.netloom.json',
  'a/../../outside.netloom.json',
  'nul\u0000.netloom.json',
  'link.netloom.json',
  'link-folder/secret.netloom.json',
  '.',
  '',
  'file:///etc/passwd',
  '%2e%2e/outside.netloom.json',
  'C:\\x.netloom.json',
  '\ud800.netloom.json',
];

/** Calls that no page makes: wrong names, wrong types, deep, huge, with names of prototypes and paths that lead out. */
export function oddCalls(random: () => number): () => OddCall {
  const below = (count: number): number => Math.floor(random() * count);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const text = (): string => {
    switch (below(8)) {
      case 0:
        return oneOf(paths);
      case 1:
        return oneOf(prototypeNames);
      case 2:
        return oneOf(['apply', 'destroy', 'virtualbox', 'system', '{}', '{"netloom":1}', 'null']);
      case 3:
        return 'x'.repeat(below(20) === 0 ? 200_000 : below(2000));
      default:
        return String.fromCodePoint(...Array.from({ length: below(12) }, () => below(0xd7ff)));
    }
  };
  const value = (depth: number): unknown => {
    switch (below(depth > 5 ? 6 : 9)) {
      case 0:
        return null;
      case 1:
        return random() < 0.5;
      case 2:
        return oneOf([0, -1, 1e308, 0.1, 2 ** 53, below(1000)]);
      case 3:
      case 4:
      case 5:
        return text();
      case 6:
        return Array.from({ length: below(5) }, () => value(depth + 1));
      default:
        // Own members, whatever they are called.
        return Object.fromEntries(
          Array.from({ length: below(6) }, () => [
            below(4) === 0 ? oneOf([...prototypeNames, text()]) : oneOf(fields),
            value(depth + 1),
          ]),
        );
    }
  };
  const body = (): string => {
    switch (below(40)) {
      case 0:
        return '['.repeat(20_000) + ']'.repeat(20_000);
      case 1:
        return `${'{"file":'.repeat(5000)}1${'}'.repeat(5000)}`;
      case 2:
        return `{"__proto__":{"file":"lab.netloom.json"},"file":${JSON.stringify(text())}}`;
      case 3:
        return text();
      default:
        return JSON.stringify(value(0));
    }
  };
  const name = (): string =>
    below(8) === 0 ? oneOf([...prototypeNames, '', '.', 'session.read.x', text()]) : oneOf(callNames);
  return () => ({ name: name(), body: body() });
}
