import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { callChannel, eventChannel } from './channels.ts';

/*
 * Runs in the sandbox before the page: one method for each call of the contract, and `on`. The build puts the names in,
 * so that this file has no schema library with it. What a call is given is checked on the other side.
 */
declare const CALL_NAMES: readonly string[];
declare const EVENT_NAMES: readonly string[];

const calls = Object.fromEntries(
  CALL_NAMES.map((name) => [name, (input: unknown) => ipcRenderer.invoke(callChannel(name), input)]),
);

function on(name: string, listener: (event: unknown) => void): () => void {
  if (!EVENT_NAMES.includes(name)) throw new Error(`no event ${name}`);
  const receive = (_: IpcRendererEvent, event: unknown): void => listener(event);
  ipcRenderer.on(eventChannel(name), receive);
  return () => void ipcRenderer.off(eventChannel(name), receive);
}

contextBridge.exposeInMainWorld('netloom', { ...calls, on });
