import type { NodeMouseHandler } from '@xyflow/react';
import { endCabling } from '../actions/cable.ts';
import { focusName } from '../actions/focus.ts';
import { canvasStore, select } from '../stores/canvas-store.ts';
import { type FlowNode, thingOf } from './flow-shapes.ts';

/** A click ends a cable that was begun, or leaves only this one selected. */
export const onNodeClick: NodeMouseHandler<FlowNode> = (event, node) => {
  const { table, id } = thingOf(node.id);
  if (table === 'devices' && canvasStore.getState().cabling !== undefined) endCabling(id);
  else if (!event.shiftKey && !event.ctrlKey && !event.metaKey) select({ [table]: [id] });
};

/** Notes are typed into, everything else is named. */
export const onNodeDoubleClick: NodeMouseHandler<FlowNode> = (event, node) => {
  if (event.target instanceof Element && event.target.closest('textarea, button, .react-flow__handle'))
    return;
  const { table, id } = thingOf(node.id);
  select({ [table]: [id] });
  focusName();
};
