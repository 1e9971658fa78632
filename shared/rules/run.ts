import { sortedRows } from '../base/by-id.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/summarise.ts';
import type { LabRows, Topology } from '../model/topology.ts';
import { labTables } from '../model/topology.ts';
import type { Finding, Per, Rule, RuleInput, Subjects } from './rule.ts';
import { ruleMessage } from './rule.ts';

/** Runs rules over a lab; diagnostics sorted by severity and place. */
export function runRules(rules: readonly Rule[], input: RuleInput): Diagnostic[] {
  const subjects: { readonly [On in Per]: readonly Subjects[On][] } = {
    row: labTables.flatMap((table) => rowsOf(input.topology, table)),
    device: sortedRows(input.topology.devices).map(([id, row]) => ({ id, row })),
    segment: input.network.segments,
    lab: [input.topology],
  };
  const diagnostics: Diagnostic[] = [];
  for (const rule of rules) {
    for (const subject of subjects[rule.per]) {
      for (const finding of rule.check(subject, input)) diagnostics.push(toDiagnostic(rule, finding));
    }
  }
  return sortDiagnostics(diagnostics);
}

function rowsOf<Name extends keyof LabRows>(topology: Topology, table: Name): Subjects['row'][] {
  return sortedRows<LabRows[Name]>(topology[table]).map(
    ([id, row]) => ({ table, id, row }) as Subjects['row'],
  );
}

function toDiagnostic(rule: Rule, finding: Finding<string>): Diagnostic {
  return {
    code: rule.id,
    severity: finding.severity ?? rule.severity,
    message: ruleMessage(rule.id, finding.message, finding.values),
    at: finding.at,
    related: (finding.related ?? []).map(({ at, message, values }) => ({
      at,
      message: ruleMessage(rule.id, message, values),
    })),
    fixes: (finding.fixes ?? []).map(({ label, values, safety, change }) => ({
      label: ruleMessage(rule.id, label, values),
      safety,
      change,
    })),
  };
}
