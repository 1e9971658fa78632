import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface CanBlock {
  readonly onClick: () => void;
  readonly disabled?: boolean;
  /** Why it does nothing now. It stays reachable, looks switched off and says this; a click is still reported. */
  readonly blocked?: string | undefined;
}

interface ButtonProps extends CanBlock {
  readonly children: ReactNode;
  readonly icon?: string;
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly title?: string | undefined;
}

export function Button({
  onClick,
  children,
  icon,
  look = 'plain',
  disabled = false,
  title,
  blocked,
}: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${look}`}
      onClick={onClick}
      disabled={disabled}
      aria-disabled={blocked !== undefined || undefined}
      title={blocked ?? title}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps extends CanBlock {
  readonly icon: string;
  /** Its name for a screen reader, and the tooltip. */
  readonly name: string;
}

export function IconButton({ icon, name, onClick, disabled = false, blocked }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      onClick={onClick}
      disabled={disabled}
      aria-disabled={blocked !== undefined || undefined}
      aria-label={name}
      title={blocked ?? name}
    >
      <Icon name={icon} />
    </button>
  );
}
