import type { Cancel } from '../base/cancel.ts';
import type { Result } from '../base/result.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Message } from '../messages/message.ts';

export type StepId = string;
export type StepAction = 'create' | 'update' | 'replace' | 'delete' | 'start' | 'stop';

/** Words in every language, or a text that is the same in all: a name, an address, a number with its unit. */
export type FieldText = string | Message;

/** A field that a step changes; undefined where there was or will be nothing. */
export interface FieldChange {
  readonly field: Message;
  readonly before?: FieldText | undefined;
  readonly after?: FieldText | undefined;
}

export interface Step<Operation> {
  /** Derived from action and subject, so the same need gets the same id in every plan. */
  readonly id: StepId;
  readonly action: StepAction;
  /** `machine/web1`, `network/nl-…`. */
  readonly subject: string;
  readonly after: readonly StepId[];
  /** Plain data, never a closure. */
  readonly operation: Operation;
  readonly label: Message;
  /** Why, where that is not plain from the drawing. */
  readonly reason?: Message | undefined;
  readonly fields: readonly FieldChange[];
  /** True when work inside a machine or an existing file can be lost. */
  readonly destroys: boolean;
}

export interface Plan<Operation> {
  readonly target: string;
  /** Digest of blueprint and observed state; apply refuses a plan whose basis moved. */
  readonly basis: string;
  readonly steps: readonly Step<Operation>[];
}

export type StepState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'skipped'; readonly because: 'cancelled' | 'needs-failed' };

export interface ApplyReport {
  readonly outcome: 'done' | 'failed' | 'cancelled';
  readonly states: Readonly<Record<StepId, StepState>>;
}

/** The only part of a live target that touches the world. */
export interface Driver<Operation, Observed> {
  /** Whether the program is there, and which. */
  probe(): Promise<Result<{ readonly version: string; readonly path: string }, Diagnostic>>;
  /** Reads what exists of this lab; foreign machines are only counted and named for collisions. */
  observe(labId: string, cancel: Cancel): Promise<Result<Observed, Diagnostic>>;
  /** Does one operation; running it again after success changes nothing. */
  run(operation: Operation, cancel: Cancel): Promise<Result<void, Diagnostic>>;
}
