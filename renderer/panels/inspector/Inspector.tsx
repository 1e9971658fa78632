import { useMemo } from 'react';
import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import type { Design } from '../../../shared/model/design.ts';
import { useText } from '../../i18n/text.tsx';
import { canvasStore, type Selection } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { DevicePart } from './DevicePart.tsx';
import { GroupPart } from './GroupPart.tsx';
import { LabPart } from './LabPart.tsx';
import { LinkPart } from './LinkPart.tsx';
import { ManyPart } from './ManyPart.tsx';
import { NotePart } from './NotePart.tsx';

/** What the inspector is about. */
type Subject =
  | { readonly kind: 'lab' }
  | { readonly kind: 'device' | 'link' | 'note' | 'group'; readonly id: string }
  | { readonly kind: 'many' };

/** The facts of what is selected; of the lab when nothing is. */
export function Inspector() {
  const t = useText();
  const design = useStore(designStore, (state) => state.design);
  const devices = useStore(canvasStore, (state) => state.devices);
  const links = useStore(canvasStore, (state) => state.links);
  const notes = useStore(canvasStore, (state) => state.notes);
  const groups = useStore(canvasStore, (state) => state.groups);
  const subject = useMemo(
    () => subjectOf(design, { devices, links, notes, groups }),
    [design, devices, links, notes, groups],
  );
  return (
    <aside className="inspector" aria-label={t('ui/inspector')}>
      <Part subject={subject} />
    </aside>
  );
}

function Part({ subject }: { readonly subject: Subject }) {
  switch (subject.kind) {
    case 'lab':
      return <LabPart />;
    case 'device':
      return <DevicePart key={subject.id} id={subject.id} />;
    case 'link':
      return <LinkPart key={subject.id} id={subject.id} />;
    case 'note':
      return <NotePart key={subject.id} id={subject.id} />;
    case 'group':
      return <GroupPart key={subject.id} id={subject.id} />;
    case 'many':
      return <ManyPart />;
  }
}

function subjectOf(design: Design, selection: Selection): Subject {
  const groups = [...selection.groups].filter((id) => rowOf(design.groups, id));
  const [group] = groups;
  const members = new Set(groups.length === 1 ? rowOf(design.groups, group)?.devices : []);
  const things = [
    ...groups.map((id) => ({ kind: 'group' as const, id })),
    // A group that is selected stands for its devices.
    ...[...selection.devices]
      .filter((id) => rowOf(design.devices, id) && !members.has(id))
      .map((id) => ({ kind: 'device' as const, id })),
    ...[...selection.links]
      .filter((id) => rowOf(design.links, id))
      .map((id) => ({ kind: 'link' as const, id })),
    ...[...selection.notes]
      .filter((id) => rowOf(design.notes, id))
      .map((id) => ({ kind: 'note' as const, id })),
  ];
  const [first] = things;
  if (!first) return { kind: 'lab' };
  return things.length === 1 ? first : { kind: 'many' };
}
