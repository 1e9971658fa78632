import type { Result } from '../../base/result.ts';
import type { Message } from '../../messages/message.ts';
import type { Change } from '../change.ts';
import type { Design } from '../design.ts';

/** One thing a person does to a design: the change it means, or why it cannot be done and what to do instead. */
export type Edit<Input> = (design: Design, input: Input) => Result<Change, Message>;

/** Ids used before in this session; none is given twice, so that nothing old can point at something new. */
export type TakenIds = ReadonlySet<string>;
