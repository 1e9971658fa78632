import { useStore } from 'zustand';
import { groupBy, rowOf } from '../../../shared/base/by-id.ts';
import type { CommandId } from '../../../shared/contract/commands.ts';
import type { Design } from '../../../shared/model/design.ts';
import { arrangements } from '../../../shared/model/edit/arrange.ts';
import type { Device } from '../../../shared/model/topology.ts';
import { actions, commandWords, perform } from '../../actions/index.ts';
import { selected } from '../../actions/selection.ts';
import { type UiId, useMessage, useText } from '../../i18n/text.tsx';
import { canvasStore, type Selection } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ManyFields } from './ManyFields.tsx';

/** Several things at once: how many of what, the fields that all have, and how they lie. */
export function ManyPart() {
  const t = useText();
  const design = useStore(designStore, (state) => state.design);
  // What counts as selected follows from the marks on the canvas and the groups of the lab.
  useStore(canvasStore, (state) => state.devices);
  useStore(canvasStore, (state) => state.links);
  useStore(canvasStore, (state) => state.notes);
  useStore(canvasStore, (state) => state.groups);
  const selection = selected();
  const count = selection.devices.size + selection.links.size + selection.notes.size;
  return (
    <>
      <div className="part">
        <h2>{t('ui/selected-count', { count })}</h2>
        <ul className="many-counts muted">
          {countsOf(design, selection).map(({ id, count: number }) => (
            <li key={id}>{t(id, { count: number })}</li>
          ))}
        </ul>
      </div>
      <ManyFields selection={selection} />
      <div className="part">
        <h3>{t('menu/arrange')}</h3>
        <div className="many-arrange" role="group" aria-label={t('menu/arrange')}>
          {arrangements.map((how) => (
            <ArrangeButton key={how} command={how} />
          ))}
        </div>
        <div className="card-buttons">
          <Deed command="group" icon="group" />
          <Deed command="ungroup" icon="ungroup" />
        </div>
      </div>
      <div className="part">
        <Deed command="duplicate" icon="duplicate" />
        <Deed command="remove" icon="remove" />
      </div>
    </>
  );
}

interface DeedProps {
  readonly command: CommandId;
  readonly icon: string;
}

function Deed({ command, icon }: DeedProps) {
  const t = useText();
  const words = useMessage();
  const why = actions[command].blocked?.();
  return (
    <Button look="quiet" icon={icon} blocked={why && t(why)} onClick={() => perform(command)}>
      {words(commandWords(command))}
    </Button>
  );
}

function ArrangeButton({ command }: { readonly command: CommandId }) {
  const t = useText();
  const words = useMessage();
  const why = actions[command].blocked?.();
  return (
    <IconButton
      icon={command}
      name={words(commandWords(command))}
      blocked={why && t(why)}
      onClick={() => perform(command)}
    />
  );
}

function countsOf(
  design: Design,
  { devices, links, notes, groups }: Selection,
): { readonly id: UiId; readonly count: number }[] {
  const rows = [...devices].flatMap((id) => rowOf(design.devices, id) ?? []);
  const kinds = [...groupBy(rows, countWord)].map(([id, { length }]) => ({ id, count: length }));
  return [
    ...kinds,
    { id: 'ui/cable-count' as const, count: links.size },
    { id: 'ui/note-count' as const, count: notes.size },
    { id: 'ui/group-count' as const, count: groups.size },
  ].filter(({ count }) => count > 0);
}

function countWord({ kind, engine }: Device): UiId {
  if (engine === 'nat') return 'ui/count-nat';
  switch (kind) {
    case 'vm':
    case 'switch':
    case 'router':
    case 'host':
    case 'internet':
      return `ui/count-${kind}`;
    default:
      return 'ui/count-unknown';
  }
}
