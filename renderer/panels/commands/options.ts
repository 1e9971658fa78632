import { commandList, type CommandId } from '../../../shared/contract/commands.ts';
import type { PaletteEntry } from '../../../shared/kinds/composites.ts';
import { formatMessage } from '../../../shared/messages/catalogue.ts';
import type { Locale } from '../../../shared/messages/format.ts';
import { en } from '../../../shared/messages/locales/en.ts';
import { type Message, message } from '../../../shared/messages/message.ts';
import type { Design } from '../../../shared/model/design.ts';
import { bestFits, type Indexed, indexed } from '../../../shared/text/match.ts';
import { type ManyWanted, manyWanted } from '../../actions/add-many.ts';
import { actions } from '../../actions/index.ts';
import { keysOf } from '../../actions/key-names.ts';
import { type Thing, thingsOf } from '../../actions/things.ts';

/** One line of the palette. */
export type Option =
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'many'; readonly wanted: ManyWanted }
  | { readonly kind: 'thing'; readonly thing: Thing };

export interface Found {
  readonly options: readonly Option[];
  /** How many fit and are not shown. */
  readonly more: number;
}

/** What a query finds. */
export type Finder = (query: string) => Found;

export interface FinderInput {
  readonly design: Design;
  readonly find: 'everything' | 'devices';
  readonly locale: Locale;
  readonly recent: readonly CommandId[];
}

/** As many as are shown; who looks for one thing types another letter. */
const mostShown = 50;

/** Prepares the commands and the things of a lab for being looked up. */
export function createFinder({ design, find, locale, recent }: FinderInput): Finder {
  const inBoth = (one: Message): string[] => [formatMessage(one, en), formatMessage(one, locale)];
  const commands: readonly Option[] = commandList.map(({ id }) => ({ kind: 'command', command: id }));
  const things: readonly Option[] = thingsOf(design).map((thing) => ({ kind: 'thing', thing }));
  const searched = find === 'devices' ? things : [...commands, ...things];
  const index = new Map<Option, Indexed>(
    searched.map((option) => [option, indexed(findable(option, inBoth))]),
  );
  const indexOf = (option: Option): Indexed => index.get(option) ?? { names: [], more: [] };
  const isRecent = (option: Option): boolean => option.kind === 'command' && recent.includes(option.command);
  const atStart: readonly Option[] =
    find === 'devices'
      ? things
      : [
          ...recent.map((command): Option => ({ kind: 'command', command })),
          ...commands.filter((option) => !isRecent(option) && !isBlocked(option)),
          ...commands.filter((option) => !isRecent(option) && isBlocked(option)),
        ];
  const namesOf = (entry: PaletteEntry): string[] => inBoth(message(`kind/palette/${entry}`));

  return (query) => {
    if (query.trim() === '') return find === 'devices' ? shown(atStart) : { options: atStart, more: 0 };
    const many = find === 'devices' ? [] : manyWanted(query, namesOf);
    return shown([
      ...many.map((wanted): Option => ({ kind: 'many', wanted })),
      ...bestFits(query, searched, indexOf),
    ]);
  };
}

function isBlocked(option: Option): boolean {
  return option.kind === 'command' && actions[option.command].blocked?.() !== undefined;
}

/** Tells options apart; also the end of an element's id. */
export function keyOf(option: Option): string {
  switch (option.kind) {
    case 'command':
      return `command-${option.command}`;
    case 'many':
      return `many-${option.wanted.entry}`;
    case 'thing':
      return `${option.thing.kind}-${option.thing.row}`;
  }
}

function shown(options: readonly Option[]): Found {
  return { options: options.slice(0, mostShown), more: Math.max(0, options.length - mostShown) };
}

function findable(option: Option, inBoth: (one: Message) => string[]) {
  switch (option.kind) {
    case 'command': {
      const { command } = option;
      const menu = commandList.find(({ id }) => id === command)?.menu ?? '';
      return {
        names: inBoth(message(`command/${command}`)),
        more: [...inBoth(message(`menu/${menu}`)), ...keysOf(command)],
      };
    }
    case 'thing': {
      const { name, about, more } = option.thing;
      return {
        names: typeof name === 'string' ? [name] : inBoth(name),
        more: [...more, ...inBoth(about)],
      };
    }
    case 'many':
      return { names: [], more: [] };
  }
}
