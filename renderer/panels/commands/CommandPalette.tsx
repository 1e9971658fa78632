import { type KeyboardEvent, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { message } from '../../../shared/messages/message.ts';
import { addManyDevices } from '../../actions/add-many.ts';
import { perform } from '../../actions/index.ts';
import { pressedKeys } from '../../actions/key-names.ts';
import { goToThing } from '../../actions/things.ts';
import { LocaleContext, useMessage, useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { recentStore, remember } from '../../stores/recent-store.ts';
import { closeDialog } from '../../stores/view-store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { isComposing } from '../../ui/composing.ts';
import { useModal } from '../../ui/modal.ts';
import { DialogNotice } from '../files/DialogNotice.tsx';
import { blockedBy, OptionRow } from './OptionRow.tsx';
import { createFinder, keyOf, type Option } from './options.ts';

/** One field for every command and everything of the lab. */
export function CommandPalette({ find }: { readonly find: 'everything' | 'devices' }) {
  const t = useText();
  const words = useMessage();
  const locale = useContext(LocaleContext);
  const id = useId();
  const dialog = useModal();
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  /** Why what was chosen cannot be done. */
  const [refused, setRefused] = useState<string | undefined>();

  const finder = useMemo(() => {
    const { design } = designStore.getState();
    return createFinder({ design, find, locale, recent: recentStore.getState().commands });
  }, [find, locale]);
  const { options, more } = useMemo(() => finder(query), [finder, query]);
  const active = options[at];
  const idOf = (option: Option) => `${id}${keyOf(option)}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, query]);

  const choose = (option: Option) => {
    const why = blockedBy(option);
    if (why !== undefined) return setRefused(words(why));
    // What the command looks at, such as the focus, shall be as it was before the palette.
    flushSync(closeDialog);
    carryOut(option);
  };
  const step = (to: number) => {
    setAt(Math.max(0, Math.min(options.length - 1, to)));
    setRefused(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const keys = pressedKeys(event.nativeEvent);
    if (keys === 'Mod+K' || keys === 'Mod+Shift+P') closeDialog();
    else if (keys === 'ArrowDown') step(at + 1 === options.length ? 0 : at + 1);
    else if (keys === 'ArrowUp') step(at === 0 ? options.length - 1 : at - 1);
    else if (keys === 'PageDown') step(at + 8);
    else if (keys === 'PageUp') step(at - 8);
    else if (keys === 'Enter' && active) choose(active);
    else if (keys !== 'Enter' && keys !== 'Mod+F') return;
    event.preventDefault();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape closes it
    <dialog
      ref={dialog}
      className="dialog commands"
      aria-label={find === 'devices' ? t('ui/find-title') : t('ui/commands-title')}
      onCancel={(event) => {
        event.preventDefault();
        closeDialog();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) closeDialog();
      }}
    >
      <div className="commands-field">
        <Icon name="search" size={20} />
        <input
          type="text"
          role="combobox"
          aria-label={find === 'devices' ? t('ui/find-field') : t('ui/commands-field')}
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-activedescendant={active && idOf(active)}
          aria-autocomplete="list"
          placeholder={find === 'devices' ? t('ui/find-placeholder') : t('ui/commands-placeholder')}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
            setRefused(undefined);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul
        ref={list}
        id={`${id}list`}
        className="commands-list"
        role="listbox"
        aria-label={t('ui/commands-list')}
      >
        {options.map((option, index) => (
          <OptionRow
            key={keyOf(option)}
            id={idOf(option)}
            option={option}
            isActive={index === at}
            onChoose={() => {
              setAt(index);
              choose(option);
            }}
          />
        ))}
      </ul>
      {options.length === 0 && (
        <p className="commands-none">
          {t('ui/commands-none', { query: query.trim() })} {t('ui/commands-none-about')}
        </p>
      )}
      <DialogNotice />
      <footer className="commands-foot">
        <span role="status" className={refused === undefined ? 'muted' : 'commands-refused'}>
          {refused ??
            (more > 0
              ? t('ui/commands-more', { count: more })
              : t('ui/commands-count', { count: options.length }))}
        </span>
        <span className="muted" aria-hidden="true">
          {words(message('ui/commands-keys'))}
        </span>
      </footer>
    </dialog>
  );
}

function carryOut(option: Option): void {
  switch (option.kind) {
    case 'command':
      remember(option.command);
      return perform(option.command);
    case 'many':
      return addManyDevices(option.wanted);
    case 'thing':
      return goToThing(option.thing);
  }
}
