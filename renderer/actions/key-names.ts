import { type Command, type CommandId, commands } from '../../shared/contract/commands.ts';

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧' };

/** The combination that was pressed, as `commands` writes it. A sign such as `?` says by itself that Shift was held. */
export function pressedKeys(event: KeyboardEvent): string {
  if (event.altKey || (isMac ? event.ctrlKey : event.metaKey)) return '';
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || /[A-Z]/.test(key));
  const mod = isMac ? event.metaKey : event.ctrlKey;
  return `${mod ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** One combination as people write it here: `Ctrl+Shift+P`, on a Mac `⌘⇧P`. */
export function shownKeys(keys: string): string {
  if (!isMac) return keys.replace('Mod', 'Ctrl');
  return keys
    .split('+')
    .map((part) => macSigns[part] ?? part)
    .join('');
}

/** All combinations of a command as people write them; empty when it has none. */
export function keysOf(id: CommandId): string[] {
  const { keys = [] }: Command = commands[id];
  return keys.map(shownKeys);
}
