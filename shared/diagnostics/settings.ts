import { groupBy, rowOf, sortedRows } from '../base/by-id.ts';
import { message } from '../messages/message.ts';
import { tableNames } from '../model/design.ts';
import type { RuleSetting, Topology } from '../model/topology.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { sortDiagnostics } from './summarise.ts';

interface Setting extends RuleSetting {
  readonly id: string;
}

/**
 * Findings as this lab judges them: without those that a setting switches off, the others with the severity that a setting
 * gives them. The most particular setting counts: of one row, then of a table, then of the lab; of equals the first by id.
 * Settings that name no rule, no row, or nothing that is found, are told at their rows.
 *
 * @param found what the rules say
 * @param rulesNamed the ids of the rules that a name means, be it an id or a number of the catalogue
 */
export function applySettings(
  found: readonly Diagnostic[],
  topology: Topology,
  rulesNamed: (name: string) => readonly string[],
): Diagnostic[] {
  const settings = sortedRows(topology.checks).map(([id, row]): Setting => ({ ...row, id }));
  if (settings.length === 0) return [...found];
  const ofRule = groupBy(
    settings.flatMap((setting) => rulesNamed(setting.rule.trim()).map((rule) => ({ rule, setting }))),
    ({ rule }) => rule,
  );
  const used = new Set<string>();
  const judged = found.flatMap((one) => {
    const fitting = (ofRule.get(one.code) ?? [])
      .map(({ setting }) => setting)
      .filter((setting) => fits(setting, one));
    for (const { id } of fitting) used.add(id);
    const [first] = fitting.sort((a, b) => reach(a) - reach(b));
    if (first?.level === 'off') return [];
    return first ? [{ ...one, severity: first.level }] : [one];
  });
  const own = settings.flatMap((setting) =>
    problemOf(setting, topology, rulesNamed(setting.rule.trim()).length > 0, used.has(setting.id)),
  );
  return sortDiagnostics([...judged, ...own]);
}

function fits({ table, row }: Setting, { at }: Diagnostic): boolean {
  return (table === undefined || table === at.table) && (row === undefined || row === at.row);
}

/** 0 for a setting of one row, 1 of a table, 2 of the lab. */
function reach({ table, row }: Setting): number {
  return row !== undefined ? 0 : table !== undefined ? 1 : 2;
}

function problemOf(setting: Setting, topology: Topology, isKnown: boolean, isUsed: boolean): Diagnostic[] {
  const { id, rule, table, row, level } = setting;
  if (!isKnown) return [problem(topology, id, 'warning', 'checks/unknown-rule', { rule }, 'rule')];
  const rows = tableNames.find((name) => name === table);
  if (table !== undefined && !rows) {
    return [problem(topology, id, 'warning', 'checks/no-table', { rule, table }, 'table')];
  }
  if (row !== undefined && rows === undefined) {
    return [problem(topology, id, 'warning', 'checks/row-without-table', { rule, row }, 'row')];
  }
  const known =
    rows === undefined || !(rows in topology) || row === undefined ? true : isRow(topology, rows, row);
  if (!known) {
    return [
      problem(topology, id, 'warning', 'checks/no-row', { rule, table: table ?? '', row: row ?? '' }, 'row'),
    ];
  }
  // A severity that nothing has yet is a policy; a finding that is switched off and not there is a leftover.
  if (level === 'off' && !isUsed)
    return [problem(topology, id, 'hint', 'checks/unused', { rule }, undefined)];
  return [];
}

function isRow(topology: Topology, table: string, row: string): boolean {
  const tables: Readonly<Record<string, Readonly<Record<string, unknown>>>> = topology;
  return rowOf(tables[table] ?? {}, row) !== undefined;
}

function problem(
  topology: Topology,
  id: string,
  severity: 'warning' | 'hint',
  code: string,
  values: Readonly<Record<string, string>>,
  field: string | undefined,
): Diagnostic {
  const before = rowOf(topology.checks, id);
  const remove: Fix = {
    label: message('checks/remove'),
    safety: 'choice',
    change: before ? { checks: { [id]: { before } } } : {},
  };
  return {
    code,
    severity,
    message: message(code, values),
    at: { table: 'checks', row: id, ...(field === undefined ? {} : { field }) },
    related: [],
    fixes: [remove],
  };
}
