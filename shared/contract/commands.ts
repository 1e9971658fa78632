/** Where a command stands in the menu and in the command palette. */
export const commandMenus = ['file', 'edit', 'add', 'arrange', 'view', 'lab', 'help'] as const;
export type CommandMenu = (typeof commandMenus)[number];

export interface Command {
  readonly menu: CommandMenu;
  /** Begins a part of its menu. */
  readonly begins?: true;
  /** The first is shown. `Mod` is Ctrl, on a Mac Cmd; names of keys as the browser has them. */
  readonly keys?: readonly string[];
  /** The browser's own copy, cut and paste events bring it, not the key. */
  readonly clipboard?: true;
}

/**
 * Everything that can be done by menu, by key or by the command palette, in the order of the menus. What a command does is in
 * `renderer/actions`; its words are `command/<id>`.
 */
export const commands = {
  new: { menu: 'file', keys: ['Mod+N'] },
  open: { menu: 'file', keys: ['Mod+O'] },
  save: { menu: 'file', begins: true, keys: ['Mod+S'] },
  'save-as': { menu: 'file', keys: ['Mod+Shift+S'] },

  undo: { menu: 'edit', keys: ['Mod+Z'] },
  redo: { menu: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  cut: { menu: 'edit', begins: true, keys: ['Mod+X'], clipboard: true },
  copy: { menu: 'edit', keys: ['Mod+C'], clipboard: true },
  paste: { menu: 'edit', keys: ['Mod+V'], clipboard: true },
  duplicate: { menu: 'edit', keys: ['Mod+D'] },
  remove: { menu: 'edit', keys: ['Delete', 'Backspace'] },
  'select-all': { menu: 'edit', begins: true, keys: ['Mod+A'] },
  'select-none': { menu: 'edit', keys: ['Escape'] },
  find: { menu: 'edit', begins: true, keys: ['Mod+F'] },
  rename: { menu: 'edit', keys: ['F2'] },
  connect: { menu: 'edit', keys: ['C'] },

  'add-vm': { menu: 'add' },
  'add-switch': { menu: 'add' },
  'add-nat-network': { menu: 'add' },
  'add-nat': { menu: 'add' },
  'add-router': { menu: 'add' },
  'add-host': { menu: 'add' },
  'add-internet': { menu: 'add' },
  'add-note': { menu: 'add', begins: true, keys: ['N'] },

  'align-left': { menu: 'arrange' },
  'align-centre': { menu: 'arrange' },
  'align-right': { menu: 'arrange' },
  'align-top': { menu: 'arrange', begins: true },
  'align-middle': { menu: 'arrange' },
  'align-bottom': { menu: 'arrange' },
  'distribute-across': { menu: 'arrange', begins: true },
  'distribute-down': { menu: 'arrange' },
  group: { menu: 'arrange', begins: true, keys: ['Mod+G'] },
  ungroup: { menu: 'arrange', keys: ['Mod+Shift+G'] },
  snap: { menu: 'arrange', begins: true },

  'zoom-in': { menu: 'view', keys: ['+', '='] },
  'zoom-out': { menu: 'view', keys: ['-'] },
  'zoom-reset': { menu: 'view', keys: ['0'] },
  'show-all': { menu: 'view', keys: ['1'] },
  'show-selection': { menu: 'view', keys: ['2'] },
  minimap: { menu: 'view', begins: true, keys: ['M'] },
  palette: { menu: 'view' },
  inspector: { menu: 'view' },
  problems: { menu: 'view' },
  list: { menu: 'view', keys: ['L'] },
  'next-area': { menu: 'view', begins: true, keys: ['F6'] },
  'theme-light': { menu: 'view', begins: true },
  'theme-dark': { menu: 'view' },
  'theme-system': { menu: 'view' },

  'next-problem': { menu: 'lab', keys: ['F8'] },
  'previous-problem': { menu: 'lab', keys: ['Shift+F8'] },
  'fix-problem': { menu: 'lab', keys: ['Mod+.'] },
  'fix-all': { menu: 'lab' },
  'address-segment': { menu: 'lab', begins: true, keys: ['A'] },
  plan: { menu: 'lab', begins: true, keys: ['P'] },
  destroy: { menu: 'lab' },

  'command-palette': { menu: 'help', keys: ['Mod+K', 'Mod+Shift+P'] },
  shortcuts: { menu: 'help', keys: ['?'] },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof commands;

/** The commands in their order, each with its id. */
export const commandList: readonly (Command & { readonly id: CommandId })[] = Object.entries(commands).map(
  ([id, command]) => ({ ...command, id: id as CommandId }),
);

export function isCommand(id: string): id is CommandId {
  return Object.hasOwn(commands, id);
}
