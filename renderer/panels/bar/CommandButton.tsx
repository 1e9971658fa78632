import type { CommandId } from '../../../shared/contract/commands.ts';
import { commandWords, perform } from '../../actions/index.ts';
import { keysOf } from '../../actions/key-names.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { useBlocked } from './use-blocked.ts';

interface CommandButtonProps {
  readonly command: CommandId;
  readonly icon: string;
  /** Says more than the command's own words. */
  readonly name?: string | undefined;
}

/** A command as a button with its keys; where it cannot be done it says why. */
export function CommandButton({ command, icon, name }: CommandButtonProps) {
  const t = useText();
  const words = useMessage();
  const why = useBlocked(command);
  const [keys] = keysOf(command);
  const called = name ?? words(commandWords(command));
  return (
    <IconButton
      icon={icon}
      name={keys === undefined ? called : t('ui/with-keys', { name: called, keys })}
      blocked={why && t(why)}
      onClick={() => perform(command)}
    />
  );
}
