import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { CommandId } from '../../shared/contract/commands.ts';
import { message } from '../../shared/messages/message.ts';
import { actions, commandWords, perform } from '../actions/index.ts';
import { keysOf } from '../actions/key-names.ts';
import { useMessage, useText } from '../i18n/text.tsx';
import { isComposing } from '../ui/composing.ts';
import { canvasStore, type OpenMenu } from '../stores/canvas-store.ts';
import { menuEntries } from './menu-entries.ts';

/** Closes the menu; `then` is done after the focus is back where it was. */
type Close = (then?: () => void) => void;

/** The menu of what was clicked with the other button, or of what has the focus. */
export function ContextMenu({ onClose }: { readonly onClose: Close }) {
  const menu = useStore(canvasStore, (state) => state.menu);
  return menu && <Menu key={`${menu.x} ${menu.y} ${menu.on}`} menu={menu} onClose={onClose} />;
}

function Menu({ menu, onClose }: { readonly menu: OpenMenu; readonly onClose: Close }) {
  const t = useText();
  const words = useMessage();
  const element = useRef<HTMLDivElement>(null);
  const { on, x, y } = menu;

  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const before = document.activeElement;
    box.style.left = `${Math.max(4, Math.min(x, window.innerWidth - box.offsetWidth - 4))}px`;
    box.style.top = `${Math.max(4, Math.min(y, window.innerHeight - box.offsetHeight - 4))}px`;
    itemsOf(box)[0]?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement)
        before.focus({ preventScroll: true });
    };
  }, [x, y]);

  const move = (by: number | 'first' | 'last') => {
    const items = itemsOf(element.current);
    const now = items.findIndex((item) => item === document.activeElement);
    const next =
      by === 'first' ? 0 : by === 'last' ? items.length - 1 : (now + by + items.length) % items.length;
    items[next]?.focus();
  };

  return (
    <>
      <div
        className="menu-back"
        onPointerDown={() => onClose()}
        onContextMenu={(event) => (event.preventDefault(), onClose())}
      />
      <div
        ref={element}
        className="menu"
        role="menu"
        tabIndex={-1}
        aria-label={t(`ui/menu-${on}`)}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (isComposing(event)) return;
          if (event.key === 'Escape' || event.key === 'Tab') onClose();
          else if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Home') move('first');
          else if (event.key === 'End') move('last');
          else return;
          event.preventDefault();
        }}
      >
        {menuEntries[on].map((entry, index) =>
          entry === 'line' ? (
            // oxlint-disable-next-line react/no-array-index-key -- the entries never change places
            <hr key={`line ${index}`} />
          ) : (
            <Item key={entry} id={entry} words={words(commandWords(entry))} onClose={onClose} />
          ),
        )}
      </div>
    </>
  );
}

interface ItemProps {
  readonly id: CommandId;
  readonly words: string;
  readonly onClose: Close;
}

function Item({ id, words, onClose }: ItemProps) {
  const say = useMessage();
  const why = actions[id].blocked?.();
  const [keys] = keysOf(id);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="menu-item"
      aria-disabled={why !== undefined}
      title={why && say(message(why))}
      onClick={() => {
        if (why === undefined) onClose(() => perform(id));
      }}
    >
      <span>{words}</span>
      {keys && <kbd>{keys}</kbd>}
    </button>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
