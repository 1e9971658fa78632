import { commandList, commandMenus, type CommandMenu } from '../../../shared/contract/commands.ts';
import { message } from '../../../shared/messages/message.ts';
import { commandWords } from '../../actions/index.ts';
import { keysOf } from '../../actions/key-names.ts';
import { type UiId, useMessage, useText } from '../../i18n/text.tsx';
import { closeDialog } from '../../stores/view-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogNotice } from '../files/DialogNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';

/** What the mouse and the keyboard do on the canvas: which hand does what, and what for. */
const gestures = [
  'move',
  'move-far',
  'box',
  'add-to',
  'pan',
  'zoom',
  'free',
  'cable',
] as const satisfies readonly GestureName[];
type GestureName = UiId extends infer Id ? (Id extends `gesture/${infer Name}/keys` ? Name : never) : never;

/** Every key and gesture, by menu. */
export function Shortcuts() {
  const t = useText();
  return (
    <Dialog wide title={t('command/shortcuts')} closeName={t('ui/close')} onClose={closeDialog}>
      <DialogNotice />
      <div className="shortcuts">
        {commandMenus.map((menu) => (
          <MenuKeys key={menu} menu={menu} />
        ))}
        <section className="shortcuts-part">
          <h3>{t('ui/gestures')}</h3>
          <dl>
            {gestures.map((name) => (
              <div key={name} className="shortcut">
                <dt>{t(`gesture/${name}`)}</dt>
                <dd>
                  <Keys keys={[t(`gesture/${name}/keys`)]} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function MenuKeys({ menu }: { readonly menu: CommandMenu }) {
  const words = useMessage();
  const shown = commandList.filter((command) => command.menu === menu && keysOf(command.id).length > 0);
  if (shown.length === 0) return null;
  return (
    <section className="shortcuts-part">
      <h3>{words(message(`menu/${menu}`))}</h3>
      <dl>
        {shown.map(({ id }) => (
          <div key={id} className="shortcut">
            <dt>{words(commandWords(id))}</dt>
            <dd>
              <Keys keys={keysOf(id)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
