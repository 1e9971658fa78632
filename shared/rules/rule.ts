import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Sketch } from '../file/sketch.ts';
import type { Message, MessageValues } from '../messages/message.ts';
import type { Change } from '../model/change.ts';
import type { Design, Place } from '../model/design.ts';
import type { Device, LabRows, Topology } from '../model/topology.ts';
import type { Network, Segment } from '../network/network.ts';

/** What one call of a rule looks at. */
export interface Subjects {
  readonly row: {
    readonly [Name in keyof LabRows]: {
      readonly table: Name;
      readonly id: string;
      readonly row: LabRows[Name];
    };
  }[keyof LabRows];
  readonly device: { readonly id: string; readonly row: Device };
  readonly segment: Segment;
  readonly lab: Topology;
}
export type Per = keyof Subjects;

export interface RuleInput {
  readonly topology: Topology;
  readonly network: Network;
  /** The rows themselves, for the `before` of a fix. */
  readonly design: Pick<Design, keyof LabRows>;
}

/** A fix before its words have an owner. */
export interface FindingFix<MessageId extends string> {
  readonly label: MessageId;
  readonly values?: MessageValues;
  readonly safety: 'safe' | 'choice';
  readonly change: Change;
}

export interface Finding<MessageId extends string> {
  readonly message: MessageId;
  readonly values?: MessageValues;
  readonly severity?: Severity;
  readonly at: Place;
  readonly related?: readonly {
    readonly at: Place;
    readonly message: MessageId;
    readonly values?: MessageValues;
  }[];
  readonly fixes?: readonly FindingFix<MessageId>[];
}

/** One file is the check, its words, its examples, its page. */
export interface Rule<MessageId extends string = string, On extends Per = Per> {
  /** Equals the file name; `no-…` forbids, any other name requires. */
  readonly id: string;
  readonly severity: Severity;
  /** ip, routing, mtu, vlan, l2, nat, … */
  readonly pack: string;
  /** Numbers of the rule catalogue that this rule covers. */
  readonly catalogue: readonly string[];
  readonly per: On;
  /** What is checked, one sentence. */
  readonly summary: string;
  /** What goes wrong in a real lab if it is ignored. */
  readonly why: string;
  /** Where the requirement is written. */
  readonly source?: string;
  /** English, by message id; other languages override `<rule id>/<message id>`. */
  readonly messages: { readonly [Id in MessageId]: string };
  /** Run as tests and shown as documentation; each fix that a bad one is offered must mend it. */
  readonly examples: {
    readonly good: readonly Sketch[];
    readonly bad: readonly { readonly lab: Sketch; readonly reports: readonly NoInfer<MessageId>[] }[];
  };
  /** Pure: same input, same findings, in a stable order. */
  check(subject: Subjects[On], input: RuleInput): Iterable<Finding<NoInfer<MessageId>>>;
}

/** Checks a rule's shape as it is written, then forgets which words and subject it is about. */
export function defineRule<const MessageId extends string, const On extends Per>(
  rule: Rule<MessageId, On>,
): Rule {
  return rule as unknown as Rule;
}

/** A message of a rule, with its owner's name before it. */
export function ruleMessage(rule: string, id: string, values: MessageValues = {}): Message {
  // Copied, since values that are worked out when asked for would be asked for too late.
  return { id: `${rule}/${id}`, values: { ...values } };
}
