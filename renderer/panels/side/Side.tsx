import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { perform } from '../../actions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { settingsStore } from '../../stores/settings-store.ts';
import { Icon } from '../../ui/Icon.tsx';

interface SideProps {
  readonly name: 'palette' | 'inspector';
  readonly children: ReactNode;
}

/** A panel at the side that folds into a strip, which stays as the way back. */
export function Side({ name, children }: SideProps) {
  const t = useText();
  const open = useStore(settingsStore, (state) => state[name]);
  return (
    <div className={`side side-${name} side-${open ? 'open' : 'closed'}`} data-area={name}>
      <button
        type="button"
        className="side-toggle"
        data-area-toggle
        aria-expanded={open}
        title={open ? t(`ui/hide-${name}`) : t(`ui/show-${name}`)}
        onClick={() => perform(name)}
      >
        <span className="side-name">{t(`command/${name}`)}</span>
        <Icon name={`${name}-${open ? 'hide' : 'show'}`} />
      </button>
      {open && children}
    </div>
  );
}
