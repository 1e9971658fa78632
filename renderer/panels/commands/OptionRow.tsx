import { commands } from '../../../shared/contract/commands.ts';
import { paletteIcons } from '../../../shared/kinds/composites.ts';
import { type Message, message } from '../../../shared/messages/message.ts';
import { mostAtOnce } from '../../actions/add-many.ts';
import { actions, commandWords } from '../../actions/index.ts';
import { keysOf } from '../../actions/key-names.ts';
import { type UiId, useMessage, useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Keys } from '../../ui/Keys.tsx';
import type { Option } from './options.ts';

interface RowProps {
  readonly id: string;
  readonly option: Option;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** Why an option cannot be carried out now. */
export function blockedBy(option: Option): Message | undefined {
  if (option.kind === 'many') {
    return option.wanted.count > mostAtOnce ? message('why/too-many', { most: mostAtOnce }) : undefined;
  }
  const why: UiId | undefined = option.kind === 'command' ? actions[option.command].blocked?.() : undefined;
  return why && message(why);
}

/** One command or thing: what it is, where it belongs, its keys, and why it cannot be done. */
export function OptionRow({ id, option, isActive, onChoose }: RowProps) {
  const words = useMessage();
  const why = blockedBy(option);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys go to the field, which names this option as active
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={why !== undefined}
      className={isActive ? 'command command-active' : 'command'}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Facts option={option} />
      {why && <span className="command-why">{words(why)}</span>}
    </li>
  );
}

function Facts({ option }: { readonly option: Option }) {
  const t = useText();
  const words = useMessage();
  switch (option.kind) {
    case 'command': {
      const { isOn } = actions[option.command];
      return (
        <>
          <span className="command-mark">{isOn?.() && <Icon name="done" />}</span>
          <span className="command-name">{words(commandWords(option.command))}</span>
          {isOn?.() && <span className="command-about">{t('ui/command-on')}</span>}
          <span className="command-about">{words(message(`menu/${commands[option.command].menu}`))}</span>
          <Keys keys={keysOf(option.command).slice(0, 1)} />
        </>
      );
    }
    case 'many': {
      const { entry, count } = option.wanted;
      return (
        <>
          <Icon name={paletteIcons[entry]} />
          <span className="command-name">
            {t('ui/add-several', { count, what: words(message(`kind/palette/${entry}`)) })}
          </span>
          <span className="command-about">{t('menu/add')}</span>
        </>
      );
    }
    case 'thing': {
      const { name, detail, about, icon } = option.thing;
      return (
        <>
          <Icon name={icon} />
          <span className="command-name">{typeof name === 'string' ? name : words(name)}</span>
          {detail !== '' && <span className="command-detail mono">{detail}</span>}
          <span className="command-about">{words(about)}</span>
        </>
      );
    }
  }
}
