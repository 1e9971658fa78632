import { basename } from 'node:path';
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { RecentFile } from '../host/recent.ts';
import { type Command, type CommandId, commandList, commandMenus } from '../shared/contract/commands.ts';
import { oneLine } from '../shared/text/one-line.ts';
import { message } from '../shared/messages/message.ts';
import type { Words } from './words.ts';

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };
const isMac = process.platform === 'darwin';

/** What the menu does besides the commands of the page. */
export interface MenuDeeds {
  command(window: BrowserWindow, id: CommandId): void;
  open(path: string): void;
  chooseAndOpen(): void;
  clearRecent(): void;
}

/** In a field these act on its text; elsewhere the page hears the clipboard's own events. */
const roles: Partial<Record<CommandId, Item['role']>> = { cut: 'cut', copy: 'copy', paste: 'paste' };

/** The native menu: every command of the page in its menu, and what only a window has. */
export function createMenu(words: Words, recent: readonly RecentFile[], deeds: MenuDeeds): Menu {
  const say = (id: string): string => words(message(`desktop/${id}`));
  const role = (id: string, name: NonNullable<Item['role']>): Item => ({ label: say(id), role: name });
  const item = (command: Command & { readonly id: CommandId }): Item => {
    const { id } = command;
    const label = words(message(`command/${id}`));
    const named = roles[id];
    if (named) return { id, label, role: named };
    const accelerator = acceleratorOf(command);
    return {
      id,
      label,
      ...(accelerator !== undefined && { accelerator }),
      // The page listens to the key itself; the menu only shows it.
      registerAccelerator: false,
      click: (_, window, { triggeredByAccelerator }) => {
        if (window instanceof BrowserWindow && !triggeredByAccelerator) deeds.command(window, id);
      },
    };
  };
  const openRecent: Item = {
    label: say('open-recent'),
    submenu: [
      ...recent.map(
        ({ path, lab }): Item => ({
          label: `${oneLine(lab) || oneLine(basename(path))} — ${oneLine(path, 200)}`.replaceAll('&', '&&'),
          click: () => deeds.open(path),
        }),
      ),
      ...(recent.length === 0 ? [{ label: say('no-recent'), enabled: false }] : [separator]),
      { label: say('clear-recent'), enabled: recent.length > 0, click: () => deeds.clearRecent() },
    ],
  };
  /** What only a window has, after the commands of a menu. */
  const more: Partial<Record<(typeof commandMenus)[number], readonly Item[]>> = {
    file: [separator, role('close', 'close'), ...(isMac ? [] : [role('quit', 'quit')])],
    view: [
      separator,
      role('larger', 'zoomIn'),
      role('smaller', 'zoomOut'),
      role('normal-size', 'resetZoom'),
      separator,
      role('full-screen', 'togglefullscreen'),
    ],
  };
  const opening = [openRecent, { label: say('open-elsewhere'), click: () => deeds.chooseAndOpen() }];
  const menus = commandMenus.map(
    (menu): Item => ({
      id: menu,
      label: words(message(`menu/${menu}`)),
      ...(menu === 'help' && { role: 'help' as const }),
      submenu: [
        ...commandList
          .filter((command) => command.menu === menu)
          .flatMap((command) => [
            ...(command.begins ? [separator] : []),
            item(command),
            ...(command.id === 'open' ? opening : []),
          ]),
        ...(more[menu] ?? []),
      ],
    }),
  );
  const help = menus.pop();
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    ...menus,
    ...(isMac ? [{ label: say('window'), role: 'windowMenu' } as const] : []),
    ...(help ? [help] : []),
  ]);
}

/** The first combination of a command as Electron writes it. */
export function acceleratorOf({ keys = [] }: Command): string | undefined {
  const [first] = keys;
  if (first === undefined) return undefined;
  // On a Mac the menu takes the keys it shows, also from a field that is typed in.
  if (isMac && !/^(Mod\+|F\d)/.test(first)) return undefined;
  return first === '+' ? 'Plus' : first.replace('Mod+', 'CmdOrCtrl+');
}
