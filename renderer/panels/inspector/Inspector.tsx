import { useStore } from 'zustand';
import { useText } from '../../i18n/text.tsx';
import { canvasStore } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { DevicePart } from './DevicePart.tsx';
import { LabPart } from './LabPart.tsx';
import { LinkPart } from './LinkPart.tsx';
import { ManyPart } from './ManyPart.tsx';

/** The facts of what is selected; of the lab when nothing is. */
export function Inspector() {
  const t = useText();
  const devices = useStore(canvasStore, (state) => state.devices);
  const links = useStore(canvasStore, (state) => state.links);
  const design = useStore(designStore, (state) => state.design);
  const shownDevices = [...devices].filter((id) => Object.hasOwn(design.devices, id));
  const shownLinks = [...links].filter((id) => Object.hasOwn(design.links, id));
  const [device] = shownDevices;
  const [link] = shownLinks;
  const count = shownDevices.length + shownLinks.length;
  return (
    <aside className="inspector" aria-label={t('ui/inspector')}>
      {count > 1 ? (
        <ManyPart count={count} />
      ) : device !== undefined ? (
        <DevicePart key={device} id={device} />
      ) : link !== undefined ? (
        <LinkPart key={link} id={link} />
      ) : (
        <LabPart />
      )}
    </aside>
  );
}
