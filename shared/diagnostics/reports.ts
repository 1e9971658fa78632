import type { Message } from '../messages/message.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

/** A file that was checked, and what there is to say about it. */
export interface CheckedFile {
  /** As the person called it. */
  readonly file: string;
  /** The same as a URI: relative, or `file://…`. */
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReportedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly catalogue: readonly string[];
  readonly summary: string;
  readonly why: string;
}

export interface ReportOptions {
  readonly version: string;
  readonly rules: readonly ReportedRule[];
  readonly words: (message: Message) => string;
}

const levels = { error: 'error', warning: 'warning', hint: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** A log in SARIF 2.1.0 (OASIS, 2020), which code hosts and editors show beside the lines. */
export function sarifLog(files: readonly CheckedFile[], { version, rules, words }: ReportOptions): unknown {
  const all = files.flatMap(({ uri, diagnostics }) => diagnostics.map((one) => ({ uri, one })));
  const codes = [...new Set(all.map(({ one }) => one.code))].sort();
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const indexOf = new Map(codes.map((code, index) => [code, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Netloom', version, rules: codes.map((code) => ruleOf(code, known.get(code))) },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ uri }) => ({ location: { uri } })),
        results: all.map(({ uri, one }) => ({
          ruleId: one.code,
          ruleIndex: indexOf.get(one.code) ?? -1,
          level: levels[one.severity],
          message: { text: [one.message, ...(one.hint ? [one.hint] : [])].map(words).join(' ') },
          locations: [locationOf(uri, one)],
          ...(one.fixes.length > 0
            ? {
                properties: {
                  fixes: one.fixes.map(({ label, safety }) => ({ label: words(label), safety })),
                },
              }
            : {}),
        })),
      },
    ],
  };
}

function ruleOf(code: string, rule: ReportedRule | undefined): unknown {
  if (!rule) return { id: code };
  return {
    id: code,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: rule.catalogue },
  };
}

function locationOf(uri: string, { position, at }: Diagnostic): unknown {
  const region = position ? { region: { startLine: position.line, startColumn: position.column } } : {};
  return {
    physicalLocation: { artifactLocation: { uri }, ...region },
    logicalLocations: [{ fullyQualifiedName: [at.table, at.row, at.field].filter(Boolean).join('.') }],
  };
}

/**
 * JUnit XML: a suite for each file, a case for each finding. Only errors are failures; a file without findings is one case
 * that passed, so that a build server sees that it was looked at.
 */
export function junitReport(files: readonly CheckedFile[], { words }: Pick<ReportOptions, 'words'>): string {
  const suites = files.map(({ file, diagnostics }) => {
    const cases = diagnostics.map((one) => caseOf(file, one, words));
    const body = cases.length > 0 ? cases : [`    <testcase classname="${escape(file)}" name="check"/>`];
    const failures = diagnostics.filter(({ severity }) => severity === 'error').length;
    const counts = `tests="${body.length}" failures="${failures}" errors="0" skipped="0"`;
    return {
      failures,
      tests: body.length,
      text: `  <testsuite name="${escape(file)}" ${counts}>\n${body.join('\n')}\n  </testsuite>`,
    };
  });
  const sum = (of: 'tests' | 'failures') => suites.reduce((total, suite) => total + suite[of], 0);
  const open = `<testsuites name="netloom check" tests="${sum('tests')}" failures="${sum('failures')}" errors="0">`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    open,
    ...suites.map(({ text }) => text),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf(file: string, one: Diagnostic, words: ReportOptions['words']): string {
  const place = [one.at.table, one.at.row, one.at.field].filter(Boolean).join('.');
  const line = one.position ? `${file}:${one.position.line}:${one.position.column}` : file;
  const said = words(one.message);
  const more = [`${line} ${one.severity}: ${said}`, ...(one.hint ? [words(one.hint)] : [])].join('\n');
  const body =
    one.severity === 'error'
      ? `<failure type="${escape(one.code)}" message="${escape(said)}">${escape(more)}</failure>`
      : `<system-out>${escape(more)}</system-out>`;
  return `    <testcase classname="${escape(file)}" name="${escape(`${one.code} ${place}`)}">${body}</testcase>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text for XML 1.0. What no XML document may have, not even escaped, becomes U+FFFD. */
function escape(text: string): string {
  return Array.from(text)
    .map((char) => entities[char] ?? (isXmlCharacter(char.codePointAt(0) ?? 0) ? char : '\uFFFD'))
    .join('');
}

/** XML 1.0 section 2.2. */
function isXmlCharacter(code: number): boolean {
  return (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}
