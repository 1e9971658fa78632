import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createHost } from '../../../host/create-host.ts';
import { createWorkspace } from '../../../host/files/workspace.ts';
import type { Bridge, HostEvents } from '../../../shared/contract/index.ts';

/** A page without a screen: a real host over a folder of its own behind the bridge of the desktop window. */
export interface Page {
  readonly workspace: string;
  /** Waits until the host has answered everything that was asked of it. */
  settled(): Promise<void>;
  close(): void;
}

/** Puts the page's globals in place; what belongs to the page is imported after this. */
export function openPage(): Page {
  const folder = mkdtempSync(join(tmpdir(), 'netloom-page-'));
  const workspace = join(folder, 'labs');
  mkdirSync(workspace);
  process.env['NETLOOM_STATE'] = join(folder, 'state');
  const host = createHost({
    version: '0.0.0',
    workspace: createWorkspace(workspace),
    writable: true,
    backends: [],
  });
  const pending = new Set<Promise<unknown>>();
  const watched = Object.fromEntries(
    Object.entries(host.handlers).map(([name, handler]) => [
      name,
      (input: never) => {
        const answer = handler(input);
        pending.add(answer);
        const forget = () => pending.delete(answer);
        answer.then(forget, forget);
        return answer;
      },
    ]),
  );
  const on: Bridge['on'] = (name, listener) =>
    host.subscribe((other, event) => {
      if (other === name) listener(event as HostEvents[typeof name]);
    });
  class HTMLElement {}
  const nothing = { activeElement: null, querySelector: () => null, querySelectorAll: () => [] };
  const globals = {
    window: { netloom: { ...watched, on } },
    document: nothing,
    HTMLElement,
    navigator: { platform: 'Linux', languages: ['en'] },
    requestAnimationFrame: (then: () => void) => then(),
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  return {
    workspace,
    settled: async () => {
      do {
        await Promise.allSettled(pending);
        await setImmediate();
      } while (pending.size > 0);
    },
    close: () => {
      host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
