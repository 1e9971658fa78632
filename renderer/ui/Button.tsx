import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly icon?: string;
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly disabled?: boolean;
  readonly title?: string;
}

export function Button({ onClick, children, icon, look = 'plain', disabled = false, title }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${look}`}
      onClick={onClick}
      disabled={disabled}
      title={title}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps {
  readonly icon: string;
  /** Its name for a screen reader, and the tooltip. */
  readonly name: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

export function IconButton({ icon, name, onClick, disabled = false }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      onClick={onClick}
      disabled={disabled}
      aria-label={name}
      title={name}
    >
      <Icon name={icon} />
    </button>
  );
}
