import { type Answer } from '../../shared/contract/call.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  Host,
  HostEvents,
} from '../../shared/contract/index.ts';
import { lost } from './lost.ts';

/** The host behind the local web server that served this page; the cookie of the session goes along. */
export function createHttpHost(): Host {
  let source: EventSource | undefined;
  return {
    call: (name, input) => post(name, input),
    on: <Name extends EventName>(name: Name, listener: (event: HostEvents[Name]) => void) => {
      source ??= new EventSource('./events', { withCredentials: true });
      const stream = source;
      const receive = (event: MessageEvent<string>) => listener(JSON.parse(event.data) as HostEvents[Name]);
      stream.addEventListener(name, receive);
      return () => stream.removeEventListener(name, receive);
    },
  };
}

async function post<Name extends CallName>(name: Name, input: CallInput<Name>): Answer<CallOutput<Name>> {
  const body = JSON.stringify(input);
  try {
    const response = await fetch(`./call/${name}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body,
      // Sent even while the page goes; browsers allow that for small bodies only.
      keepalive: name === 'draft.write' && body.length < 20_000,
    });
    const answer: unknown = await response.json();
    if (isAnswer(answer)) return answer as Awaited<Answer<CallOutput<Name>>>;
    return lost(`${response.status} ${response.statusText}`);
  } catch (error) {
    return lost(String(error));
  }
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
