/** What a template may be filled with. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Something to tell a person: which words, and what to fill them with.
 * Words are chosen at the edge, per language; `id` is `<owner>/<message>`, for example
 * `no-duplicate-address/clash` or `ui/undo`.
 */
export interface Message {
  readonly id: string;
  readonly values: MessageValues;
}

export function message(id: string, values: MessageValues = {}): Message {
  return { id, values };
}
