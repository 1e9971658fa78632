import { NodeResizeControl, type NodeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { editNote, endTyping } from '../actions/notes.ts';
import { useText } from '../i18n/text.tsx';
import { canvasStore } from '../stores/canvas-store.ts';
import { isComposing } from '../ui/composing.ts';
import { focusNode } from './focus-node.ts';
import { type NoteNode as Shown, thingOf } from './flow-shapes.ts';

/** Words on the canvas; a double click or Enter types into them, the corner sizes the box. */
export const NoteNode = memo(function NoteNode({ id, data, selected }: NodeProps<Shown>) {
  const t = useText();
  const note = thingOf(id).id;
  return (
    <div className={`note${selected ? ' note-selected' : ''}`}>
      {data.typing ? (
        <Typing text={data.note.text} onEnd={endTyping} onLeave={() => focusNode(id)} />
      ) : data.note.text === '' ? (
        <p className="note-text note-blank">{t('ui/note-empty')}</p>
      ) : (
        <p className="note-text">{data.note.text}</p>
      )}
      {selected && !data.typing && (
        <NodeResizeControl
          position="bottom-right"
          className="note-corner"
          minWidth={80}
          minHeight={40}
          onResize={(_, { width, height }) => canvasStore.setState({ sizing: { note, width, height } })}
          onResizeEnd={(_, { width, height }) => {
            canvasStore.setState({ sizing: undefined });
            editNote(note, { width, height });
          }}
        />
      )}
    </div>
  );
});

interface TypingProps {
  readonly text: string;
  /** Called once, with the words. */
  readonly onEnd: (text: string) => void;
  /** The keyboard ended it: the focus goes back to the note. */
  readonly onLeave: () => void;
}

function Typing({ text, onEnd, onLeave }: TypingProps) {
  const t = useText();
  const [draft, setDraft] = useState(text);
  return (
    <textarea
      className="note-text note-typing nodrag nopan nowheel"
      aria-label={t('ui/note-typed')}
      placeholder={t('ui/note-type')}
      value={draft}
      ref={startTyping}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => onEnd(draft)}
      onKeyDown={(event) => {
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (isComposing(event) || (event.key !== 'Escape' && !isDone)) return;
        event.preventDefault();
        event.stopPropagation();
        onEnd(draft);
        onLeave();
      }}
    />
  );
}

/** The words may be typed at once, after those that are there. */
function startTyping(field: HTMLTextAreaElement | null): void {
  if (!field || field === document.activeElement) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}
