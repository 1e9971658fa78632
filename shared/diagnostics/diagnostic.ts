import type { Message } from '../messages/message.ts';
import type { Change } from '../model/change.ts';
import type { Place } from '../model/design.ts';

export type Severity = 'error' | 'warning' | 'hint';

export interface Fix {
  readonly label: Message;
  /** `safe` may run unasked (`netloom fix`); `choice` needs a person to pick it. */
  readonly safety: 'safe' | 'choice';
  readonly change: Change;
}

/** Where in a text: line and column from 1, columns in UTF-16 units as editors count them. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** What a person should know. */
export interface Diagnostic {
  /** Who says it: a rule id, or `file/…`, `target/…`, `driver/…`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  /** What to do about it, where the message does not say. */
  readonly hint?: Message | undefined;
  readonly at: Place;
  /** Where the place stands in the file, when it came from one. */
  readonly position?: TextPosition | undefined;
  readonly related: readonly { readonly at: Place; readonly message: Message }[];
  /** Empty when nothing can be repaired mechanically. */
  readonly fixes: readonly Fix[];
}
