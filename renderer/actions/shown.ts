import { labRow } from '../../shared/model/design.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { host } from '../host/index.ts';
import { type DesignState, designStore, isUnsaved } from '../stores/design-store.ts';

/** Tells the host and the window which lab is on the canvas, now and whenever that changes; call once. */
export function tellWhatIsShown(): void {
  const tell = ({ file }: DesignState): void => {
    void host.call('design.shown', file === undefined ? {} : { file });
  };
  const name = (state: DesignState): void => {
    document.title = titleOf(state);
  };
  designStore.subscribe((now, before) => {
    if (now.file !== before.file || now.opened !== before.opened) tell(now);
    name(now);
  });
  tell(designStore.getState());
  name(designStore.getState());
}

/** `• lab – file – Netloom`: the dot says that something is not saved. */
export function titleOf(state: DesignState): string {
  const names = [labRow(state.design).name, state.file?.split(/[/\\]/).at(-1) ?? ''];
  const shown = names.map((one) => oneLine(one)).filter((one) => one !== '');
  return `${isUnsaved(state) ? '• ' : ''}${[...shown, 'Netloom'].join(' – ')}`;
}
