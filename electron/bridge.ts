import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { answer } from '../host/answer.ts';
import type { RunningHost } from '../host/create-host.ts';
import { fail } from '../shared/base/result.ts';
import type { HostProblem } from '../shared/contract/call.ts';
import { callNames, type EventName, type HostEvents } from '../shared/contract/index.ts';
import { message } from '../shared/messages/message.ts';
import { callChannel, eventChannel } from './channels.ts';
import { isPage } from './protection.ts';

const hosts = new WeakMap<WebContents, RunningHost>();

/** Answers every call of the contract, each for the host of the window it came from. Once. */
export function answerCalls(): void {
  for (const name of callNames) {
    ipcMain.handle(callChannel(name), (event, input: unknown) => {
      const host = hosts.get(event.sender);
      if (host && isFromPage(event)) return answer(host, name, input);
      return fail<HostProblem>({ code: 'refused', message: message('host/bad-input', { call: name }) });
    });
  }
}

/** Joins a window's page to its host until the window is gone. */
export function connect(contents: WebContents, host: RunningHost): void {
  hosts.set(contents, host);
  const unsubscribe = host.subscribe((name, event) => {
    if (!contents.isDestroyed()) contents.send(eventChannel(name), event);
  });
  contents.once('destroyed', () => {
    unsubscribe();
    host.close();
  });
}

/** Tells a page what the shell itself has to say. */
export function tell<Name extends EventName>(
  contents: WebContents,
  name: Name,
  event: HostEvents[Name],
): void {
  if (!contents.isDestroyed()) contents.send(eventChannel(name), event);
}

/** A frame inside the page, or a page that is not ours, has no say. */
function isFromPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isPage(senderFrame.url);
}
