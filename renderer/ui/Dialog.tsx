import { type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { useModal } from './modal.ts';

interface DialogProps {
  readonly title: string;
  readonly closeName: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}

/** Asks for a decision. The browser keeps focus inside and gives it back afterwards; Escape closes. */
export function Dialog({ title, closeName, onClose, children, actions, wide = false }: DialogProps) {
  const element = useModal();
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <IconButton icon="close" name={closeName} onClick={onClose} />
      </header>
      <div className="dialog-body">{children}</div>
      {actions && <footer className="dialog-actions">{actions}</footer>}
    </dialog>
  );
}
