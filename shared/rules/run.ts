import { sortedRows } from '../base/by-id.ts';
import { memoLast } from '../base/memo.ts';
import { createRecorder, type Reads, readsHold } from '../base/reads.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/summarise.ts';
import type { LabRows, Topology } from '../model/topology.ts';
import { labTables } from '../model/topology.ts';
import type { Segment } from '../network/network.ts';
import type { Finding, Per, Rule, RuleInput, Subjects } from './rule.ts';
import { ruleMessage } from './rule.ts';

/** The ids of the rules that a name means: one with this id, else those that cover this number of the catalogue. */
export function rulesNamed(rules: readonly Rule[], name: string): readonly string[] {
  const number = name.toUpperCase();
  return rules.filter(({ id, catalogue }) => id === name || catalogue.includes(number)).map(({ id }) => id);
}

/** Runs rules over a lab; diagnostics sorted by severity and place. */
export function runRules(rules: readonly Rule[], input: RuleInput): Diagnostic[] {
  return createRunner(rules)(input);
}

interface Kept {
  readonly reads: Reads;
  /** Facts of the network were asked for; they are new after every edit. */
  readonly readNetwork: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

interface Round {
  readonly input: RuleInput;
  /** The rows of each table as subjects, in order of id. */
  readonly tables: ReadonlyMap<keyof LabRows, readonly Subjects['row'][]>;
  readonly rows: ReadonlyMap<object, Kept>;
  readonly devices: ReadonlyMap<object, Kept>;
  readonly segments: ReadonlyMap<string, { readonly segment: Segment; readonly kept: Kept }>;
}

/**
 * A function that runs rules over a lab, and over the next one only where it could say something else: what was said of a row,
 * a device or a segment is kept while the subject and all that its rules have read are the same. Rules of the whole lab run each time.
 */
export function createRunner(rules: readonly Rule[]): (input: RuleInput) => Diagnostic[] {
  const of = (per: Per): readonly Rule[] => rules.filter((rule) => rule.per === per);
  const [rowRules, deviceRules, segmentRules, labRules] = [of('row'), of('device'), of('segment'), of('lab')];
  let last: Round | undefined;
  return (input) => {
    const before = last;
    const rounds = createWatch(input);
    const holds = (kept: Kept | undefined): kept is Kept =>
      kept !== undefined &&
      before !== undefined &&
      (!kept.readNetwork || before.input.network === input.network) &&
      readsHold(kept.reads, before.input.topology, input.topology);
    const [rows, devices] = [new Map<object, Kept>(), new Map<object, Kept>()];
    const tables = new Map<keyof LabRows, readonly Subjects['row'][]>();
    const segments = new Map<string, { segment: Segment; kept: Kept }>();
    for (const table of rowRules.length > 0 ? labTables : []) {
      const isSame = before?.input.topology[table] === input.topology[table];
      const subjects = (isSame ? before?.tables.get(table) : undefined) ?? rowsOf(input.topology, table);
      tables.set(table, subjects);
      for (const subject of subjects) {
        const known = before?.rows.get(subject);
        rows.set(subject, holds(known) ? known : rounds(rowRules, subject));
      }
    }
    for (const subject of deviceRules.length > 0 ? deviceSubjects(input.topology.devices) : []) {
      const known = before?.devices.get(subject);
      devices.set(subject, holds(known) ? known : rounds(deviceRules, subject));
    }
    for (const segment of segmentRules.length > 0 ? input.network.segments : []) {
      const known = before?.segments.get(segment.id);
      const same = known && sameSegment(known.segment, segment) ? known.kept : undefined;
      segments.set(segment.id, { segment, kept: holds(same) ? same : rounds(segmentRules, segment) });
    }
    last = { input, tables, rows, devices, segments };
    return sortDiagnostics([
      ...[...rows.values(), ...devices.values()].flatMap(({ diagnostics }) => diagnostics),
      ...[...segments.values()].flatMap(({ kept }) => kept.diagnostics),
      ...run(labRules, input.topology, input),
    ]);
  };
}

function run(rules: readonly Rule[], subject: Subjects[Per], input: RuleInput): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const rule of rules) {
    for (const finding of rule.check(subject, input)) diagnostics.push(toDiagnostic(rule, finding));
  }
  return diagnostics;
}

/** Runs rules on a subject, and takes down what they read beside it. */
function createWatch(input: RuleInput): (rules: readonly Rule[], subject: Subjects[Per]) => Kept {
  const recorder = createRecorder(input.topology);
  let readNetwork = false;
  const network = new Proxy(input.network, {
    get: (target, name) => {
      readNetwork = true;
      return Reflect.get(target, name, target);
    },
  });
  const watched: RuleInput = { topology: recorder.view, network, design: recorder.view };
  return (rules, subject) => {
    readNetwork = false;
    const { value, reads } = recorder.record(() => run(rules, subject, watched));
    return { reads, readNetwork, diagnostics: value };
  };
}

/** Whether a segment has the same rows as before; its addresses follow from them. */
function sameSegment(a: Segment, b: Segment): boolean {
  return (
    a.interfaces.length === b.interfaces.length &&
    a.subnets.length === b.subnets.length &&
    a.bridges.length === b.bridges.length &&
    a.interfaces.every(
      ({ id, row }, index) => id === b.interfaces[index]?.id && row === b.interfaces[index]?.row,
    ) &&
    a.subnets.every(({ id, row }, index) => id === b.subnets[index]?.id && row === b.subnets[index]?.row) &&
    a.bridges.every((bridge, index) => {
      const other = b.bridges[index];
      return bridge.switch === other?.switch && bridge.vlan === other.vlan && bridge.aware === other.aware;
    })
  );
}

/** For each row its subject, the same object each time: what is kept is found by it. */
const subjectOf = new WeakMap<object, Map<string, Subjects['row']>>();

function rowsOf<Name extends keyof LabRows>(topology: Topology, table: Name): readonly Subjects['row'][] {
  return sortedRows<LabRows[Name]>(topology[table]).map(([id, row]) => {
    // One row object may stand under several ids.
    const known = subjectOf.get(row) ?? new Map<string, Subjects['row']>();
    subjectOf.set(row, known);
    const key = `${table} ${id}`;
    const subject = known.get(key) ?? ({ table, id, row } as Subjects['row']);
    known.set(key, subject);
    return subject;
  });
}

const deviceSubjects = memoLast((devices: Topology['devices']): readonly Subjects['device'][] =>
  sortedRows(devices).map(([id, row]) => ({ id, row })),
);

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
