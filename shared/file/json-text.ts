import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import type { TextPosition } from '../diagnostics/diagnostic.ts';

/** JSON with the place of each member; a path is its names joined by `pathKey`. */
export interface JsonText {
  readonly value: unknown;
  /** Where the value at a path begins. */
  readonly positions: ReadonlyMap<string, TextPosition>;
}

export type JsonTextProblem =
  | { readonly kind: 'syntax'; readonly what: string; readonly position: TextPosition }
  | {
      readonly kind: 'duplicate';
      readonly name: string;
      readonly position: TextPosition;
      readonly first: TextPosition;
    }
  | { readonly kind: 'too-deep'; readonly position: TextPosition };

/** Deeper than any lab, and far from what a recursive reader's stack can bear. */
const deepest = 64;

export function pathKey(path: readonly (string | number)[]): string {
  return path.join('\u0000');
}

/**
 * Ends a visit at the first problem. After one, brackets need not match, so the depth counted before the visit would no
 * longer bound the reader's recursion: `[},[},…` nests without end.
 */
class Stop extends Error {}

/**
 * Reads strict JSON (RFC 8259): no comments, no trailing commas. Sees duplicate names, which JSON.parse hides.
 * Gives the first problem only: after a cut, what follows is noise.
 */
export function readJsonText(text: string): { readonly json?: JsonText; readonly problem?: JsonTextProblem } {
  // Read up to where it gets too deep: a mistake before that is the better news.
  const depth = tooDeepAt(text);
  const positions = new Map<string, TextPosition>();
  const names: Map<string, TextPosition>[] = [];
  let problem: JsonTextProblem | undefined;
  const stopAt = (found: JsonTextProblem): never => {
    problem = found;
    throw new Stop();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: (_offset, _length, line, column, path) => {
      names.push(new Map());
      positions.set(pathKey(path()), { line: line + 1, column: column + 1 });
    },
    onObjectEnd: () => void names.pop(),
    onObjectProperty: (name, _offset, _length, line, column) => {
      const position = { line: line + 1, column: column + 1 };
      const first = names.at(-1)?.get(name);
      if (first) stopAt({ kind: 'duplicate', name, position, first });
      names.at(-1)?.set(name, position);
    },
    onArrayBegin: (_offset, _length, line, column, path) => {
      positions.set(pathKey(path()), { line: line + 1, column: column + 1 });
    },
    onLiteralValue: (_value, _offset, _length, line, column, path) => {
      positions.set(pathKey(path()), { line: line + 1, column: column + 1 });
    },
    onError: (code, offset, _length, line, column) => {
      if (depth !== undefined && offset >= depth)
        stopAt({ kind: 'too-deep', position: positionAt(text, depth) });
      stopAt({
        kind: 'syntax',
        what: printParseErrorCode(code),
        position: { line: line + 1, column: column + 1 },
      });
    },
  };
  try {
    visit(text.slice(0, depth), visitor, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (problem) return { problem };
  try {
    // Not jsonc-parser's own value: it assigns members, and a member called __proto__ would be lost.
    return { json: { value: JSON.parse(text) as unknown, positions } };
  } catch {
    return { problem: { kind: 'syntax', what: 'InvalidSymbol', position: { line: 1, column: 1 } } };
  }
}

function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index++;
      else if (code === 0x22 || code === 0x0a) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > deepest) return index;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return undefined;
}

function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
