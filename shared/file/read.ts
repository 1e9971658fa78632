import { z } from 'zod';
import { rowOf } from '../base/by-id.ts';
import type { Json } from '../base/json.ts';
import type { Diagnostic, TextPosition } from '../diagnostics/diagnostic.ts';
import { type Message, message } from '../messages/message.ts';
import { type Design, emptyDesign, type Place, type TableName, tableNames } from '../model/design.ts';
import type { Lab } from '../model/topology.ts';
import { type JsonText, type JsonTextProblem, pathKey, readJsonText } from './json-text.ts';
import { references } from './references.ts';
import { fileVersion, idShape, rowShapes, schemaName } from './schema.ts';
import { syntaxWords } from './words.ts';

export interface ReadResult {
  /** Undefined when the file could not be read as a lab; then at least one diagnostic is an error. */
  readonly design?: Design;
  readonly diagnostics: readonly Diagnostic[];
}

const wholeFile: Place = { table: 'lab', row: 'lab' };

/**
 * Reads a lab file. Members and rows of unknown kinds are kept; a row that does not have the form of its table makes the
 * file unreadable, so that nothing is lost by saving it. References that lead nowhere are reported, and the lab opens.
 */
export function readDesign(text: string): ReadResult {
  if (text.includes('\u0000') || text.includes('\uFFFD')) {
    return {
      diagnostics: [
        problemAt(wholeFile, 'file/not-text', {}, { line: 1, column: 1 }, message('file/not-a-lab-hint')),
      ],
    };
  }
  const { json, problem } = readJsonText(text.replace(/^\uFEFF/, ''));
  if (!json) return { diagnostics: [textProblem(problem)] };
  const root = json.value;
  if (!isObject(root) || !Object.hasOwn(root, 'netloom')) {
    return {
      diagnostics: [
        problemAt(wholeFile, 'file/not-a-lab', {}, { line: 1, column: 1 }, message('file/not-a-lab-hint')),
      ],
    };
  }
  const version = root.netloom;
  if (version !== fileVersion) {
    const position = positionOf(json, ['netloom']);
    const id = typeof version === 'number' && version > fileVersion ? 'file/newer' : 'file/strange-version';
    const shown = JSON.stringify(version).slice(0, 40);
    return {
      diagnostics: [
        problemAt(wholeFile, id, { version: shown, known: fileVersion }, position, message(`${id}-hint`)),
      ],
    };
  }
  return readTables(root, json);
}

function readTables(root: Record<string, unknown>, json: JsonText): ReadResult {
  const diagnostics: Diagnostic[] = [];
  const tables: Record<string, Record<string, unknown>> = {};
  const lab = readRow('lab', 'lab', ['lab'], root.lab, json, diagnostics);
  if (root.lab === undefined) {
    diagnostics.push(
      problemAt(wholeFile, 'file/no-lab', {}, { line: 1, column: 1 }, message('file/no-lab-hint')),
    );
  }
  for (const table of tableNames) {
    if (table === 'lab' || table === 'extra') continue;
    const rows = root[table] ?? {};
    tables[table] = {};
    if (!isObject(rows)) {
      diagnostics.push(
        problemAt({ table, row: '' }, 'file/not-a-table', { table }, positionOf(json, [table])),
      );
      continue;
    }
    for (const [id, row] of Object.entries(rows)) {
      if (!idShape.test(id)) {
        diagnostics.push(
          problemAt(
            { table, row: id },
            'file/bad-id',
            { id: id.slice(0, 80) },
            positionOf(json, [table, id]),
          ),
        );
      } else tables[table][id] = readRow(table, id, [table, id], row, json, diagnostics);
    }
  }
  if (diagnostics.length > 0 || lab === undefined) return { diagnostics };
  const known = new Set<string>(['netloom', ...tableNames.filter((name) => name !== 'extra')]);
  if (root.$schema === schemaName) known.add('$schema');
  // Built from entries: assigning to a member called __proto__ would set the prototype instead.
  const extra = Object.fromEntries(Object.entries(root).filter(([name]) => !known.has(name))) as Record<
    string,
    Json
  >;
  const design = { ...emptyDesign(lab as Lab), ...tables, extra } as Design;
  return { design, diagnostics: withPositions(references(design), json) };
}

function readRow(
  table: Exclude<TableName, 'extra'>,
  id: string,
  path: readonly string[],
  row: unknown,
  json: JsonText,
  diagnostics: Diagnostic[],
): unknown {
  if (row === undefined) return undefined;
  const shape: z.ZodType = rowShapes[table];
  const parsed = shape.safeParse(row);
  if (parsed.success) return row;
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String);
    const place = { table, row: id, ...(field.length > 0 ? { field: field.join('.') } : {}) };
    const values = {
      field: [...path, ...field].join('.'),
      problem: issue.message.replace(/^Invalid input: /, ''),
    };
    diagnostics.push(
      problemAt(
        place,
        'file/bad-value',
        values,
        positionOf(json, [...path, ...field]),
        message('file/bad-value-hint'),
      ),
    );
  }
  return undefined;
}

/** Adds to each diagnostic where its row or field stands in the text. */
function withPositions(diagnostics: readonly Diagnostic[], json: JsonText): Diagnostic[] {
  return diagnostics.map((one) => ({
    ...one,
    position: positionOf(json, [one.at.table, one.at.row, ...(one.at.field?.split('.') ?? [])]),
  }));
}

/**
 * Finds where places of a design stand in its text: the field, else its row, else the table.
 * Undefined for a text that is not JSON.
 */
export function locatePlaces(text: string): (place: Place) => TextPosition | undefined {
  const { json } = readJsonText(text.replace(/^\uFEFF/, ''));
  if (!json) return () => undefined;
  return (place) =>
    positionOf(
      json,
      place.table === 'lab'
        ? ['lab', place.field ?? '']
        : [place.table, place.row, ...(place.field?.split('.') ?? [])],
    );
}

function positionOf(json: JsonText, path: readonly string[]): TextPosition {
  for (let length = path.length; length >= 0; length--) {
    const position = json.positions.get(pathKey(path.slice(0, length)));
    if (position) return position;
  }
  return { line: 1, column: 1 };
}

function textProblem(problem: JsonTextProblem | undefined): Diagnostic {
  const start = { line: 1, column: 1 };
  switch (problem?.kind) {
    case 'duplicate':
      return problemAt(
        wholeFile,
        'file/duplicate-key',
        { name: problem.name },
        problem.position,
        message('file/duplicate-key-hint', { line: problem.first.line }),
      );
    case 'too-deep':
      return problemAt(wholeFile, 'file/too-deep', {}, problem.position, message('file/too-deep-hint'));
    case 'syntax':
    case undefined: {
      const position = problem?.position ?? start;
      const id = rowOf(syntaxWords, problem?.what ?? '') ?? 'file/what/value';
      return {
        ...problemAt(wholeFile, id, {}, position, message('file/syntax-hint', { line: position.line })),
        code: 'file/syntax',
      };
    }
  }
}

function problemAt(
  at: Place,
  id: string,
  values: Message['values'],
  position: TextPosition,
  hint?: Message,
): Diagnostic {
  return {
    code: id,
    severity: 'error',
    message: message(id, values),
    hint,
    at,
    position,
    related: [],
    fixes: [],
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
