import type { z } from 'zod';
import type { Result } from '../base/result.ts';
import type { Message } from '../messages/message.ts';

/** What went wrong on the host's side, for a person. `changed` means a file moved on since it was read. */
export interface HostProblem {
  readonly code:
    | 'not-found'
    | 'changed'
    | 'exists'
    | 'refused'
    | 'read-only'
    | 'bad-input'
    | 'unreadable'
    | 'unavailable'
    | 'disk'
    | 'lost-connection';
  readonly message: Message;
  /** Technical text to fold below: a command and its output, a path, an error code. */
  readonly detail?: string | undefined;
}

/** One call between UI and host: whether it writes, and the shapes of what goes in and comes out. */
export interface Call<Input, Output> {
  readonly access: 'read' | 'write';
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
}

export type InputOf<C> = C extends Call<infer Input, unknown> ? Input : never;
export type OutputOf<C> = C extends Call<never, infer Output> | Call<infer _, infer Output> ? Output : never;
export type Answer<Value> = Promise<Result<Value, HostProblem>>;

export function call<Input, Output>(
  access: 'read' | 'write',
  input: z.ZodType<Input>,
  output: z.ZodType<Output>,
): Call<Input, Output> {
  return { access, input, output };
}
