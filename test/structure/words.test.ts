import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFiles, read } from './files.ts';

const spoken = new Set([
  'title',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
]);
const letters = /\p{L}/u;

/** Words a user would read that no translator would see: text between tags, and in attributes that are read out. */
export function literalWords(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const object = (node: ts.Node, words: string): void => {
    if (!letters.test(words)) return;
    found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) object(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      if (ts.isStringLiteralLike(node.expression)) object(node, node.expression.text);
    }
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && ts.isStringLiteralLike(value)) object(node, value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('words in the interface', () => {
  it('come from the message catalogue', () => {
    const names = projectFiles().filter((name) => /^renderer\/.*\.tsx$/.test(name));
    expect(names.flatMap((name) => literalWords(name, read(name)))).toEqual([]);
  });

  it('are found where they are literal', () => {
    const planted = `<div title="Name"><b>Save</b>{'Now'}{x ? 1 : 2} · {label} <i aria-label={'Close'} id="a" /></div>`;
    expect(literalWords('a.tsx', planted).map((line) => line.split(': ')[1])).toEqual([
      'Name',
      'Save',
      'Now',
      'Close',
    ]);
  });
});
