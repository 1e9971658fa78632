import { commandLine } from '../../host/views.ts';
import type { MadePlan } from '../../host/lab-plan.ts';
import { rowOf } from '../../shared/base/by-id.ts';
import type { Diagnostic, Severity } from '../../shared/diagnostics/diagnostic.ts';
import { countBySeverity } from '../../shared/diagnostics/summarise.ts';
import { formatMessage } from '../../shared/messages/catalogue.ts';
import type { Locale } from '../../shared/messages/format.ts';
import { emptyPlanOf, isElsewhere } from '../../shared/plan/empty.ts';
import type { FieldText } from '../../shared/plan/plan.ts';
import { type Message, message, type MessageValues } from '../../shared/messages/message.ts';

/** Says things in one language on one stream. Words go to stderr; stdout is for JSON. */
export interface Speaker {
  say(id: string, values?: MessageValues): void;
  tell(words: Message): void;
  line(text: string): void;
  /** A line with a coloured mark in the middle, where there are colours. */
  marked(before: string, severity: Severity, after: string): void;
  words(words: Message): string;
}

const colours = { error: 31, warning: 33, hint: 36 } as const satisfies Record<Severity, number>;

export function createSpeaker(locale: Locale, write: (text: string) => void, inColour = false): Speaker {
  const words = (one: Message): string => printable(formatMessage(one, locale));
  return {
    words,
    say: (id, values) => write(`${words(message(id, values))}\n`),
    tell: (one) => write(`${words(one)}\n`),
    line: (text) => write(`${printable(text)}\n`),
    marked: (before, severity, after) => {
      const mark = inColour ? `\u001b[${colours[severity]}m${marks[severity]}\u001b[0m` : marks[severity];
      write(`${printable(before)} ${mark} ${printable(after)}\n`);
    },
  };
}

/** Names come from files: control characters would move the cursor or colour the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

const marks = { error: '●', warning: '▲', hint: '◆' } as const;

/** One line each, `file:line:column mark words [code]`, with the hint and the fixes below. */
export function sayDiagnostics(speaker: Speaker, file: string, diagnostics: readonly Diagnostic[]): void {
  for (const one of diagnostics) {
    const place = one.position ? `${file}:${one.position.line}:${one.position.column}` : file;
    speaker.marked(place, one.severity, `${speaker.words(one.message)} [${one.code}]`);
    if (one.hint) speaker.line(`    ${speaker.words(one.hint)}`);
    for (const fix of one.fixes)
      speaker.line(`    ${speaker.words(message('cli/fix', { label: speaker.words(fix.label) }))}`);
  }
}

/** A problem that has no place in the lab, such as a file that cannot be read, in the form of any other. */
export function problemOf(code: string, words: Message): Diagnostic {
  return {
    code,
    severity: 'error',
    message: words,
    at: { table: 'lab', row: 'lab' },
    related: [],
    fixes: [],
  };
}

export function sayCounts(speaker: Speaker, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) speaker.say('cli/no-problems');
  else speaker.say('cli/problems', { ...countBySeverity(diagnostics) });
}

const signs = { create: '+', update: '~', replace: '±', delete: '-', start: '>', stop: '.' } as const;

/** A plan in words, each step with its fields and exact commands. */
export function sayPlan(speaker: Speaker, made: MadePlan): void {
  const { live } = made.backend.target;
  for (const step of made.plan.steps) {
    speaker.line(`${signs[step.action]} ${speaker.words(step.label)}`);
    if (step.reason) speaker.line(`      ${speaker.words(step.reason)}`);
    const text = (one: FieldText | undefined): string =>
      one === undefined ? '–' : typeof one === 'string' ? one : speaker.words(one);
    for (const { field, before, after } of step.fields) {
      speaker.line(`      ${speaker.words(field)}: ${text(before)} → ${text(after)}`);
    }
    for (const args of live?.commands(step.operation) ?? [])
      speaker.line(`      $ ${commandLine(made.program.path, args)}`);
  }
  for (const { device, reason, host = '' } of made.blueprint.leftOut) {
    const name = rowOf(made.design.devices, device)?.name ?? device;
    speaker.say('cli/left-out', { name, reason: speaker.words(message(`cli/reason/${reason}`, { host })) });
  }
  const { machines, networks } = made.untouched;
  if (machines.length + networks.length > 0) {
    speaker.say('cli/untouched', { machines: machines.length, networks: networks.length });
  }
}

/** Why there is nothing to do. */
export function sayEmpty(speaker: Speaker, { blueprint, request }: MadePlan): void {
  if (request.purpose === 'destroy') return speaker.say('cli/destroy-empty');
  const id = {
    same: 'cli/plan-empty',
    'left-out': 'cli/plan-empty-left-out',
    nothing: 'cli/plan-empty-nothing',
  };
  speaker.say(id[emptyPlanOf(blueprint)], { count: blueprint.leftOut.filter(isElsewhere).length });
}
