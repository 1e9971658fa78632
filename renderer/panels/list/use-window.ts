import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Height of a line and of the head in the style sheet. */
const lineHeight = 28;
/** Up to here every line is drawn, so that a screen reader and a search of the page see them all. */
const drawnWhole = 200;
const beyond = 10;

export interface Window<Row> {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Index of the first line drawn. */
  readonly first: number;
  readonly shown: readonly Row[];
  /** Room of the lines that are not drawn, in pixels. */
  readonly before: number;
  readonly after: number;
  /** Scrolls to a line and gives it the focus. */
  readonly reveal: (index: number) => void;
}

/** The part of a long list that is in view. */
export function useWindow<Row>(rows: readonly Row[]): Window<Row> {
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | undefined>(undefined);
  const [view, setView] = useState({ top: 0, height: 400 });
  const count = rows.length;
  const isEmpty = count === 0;

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [isEmpty]);

  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const line = frame.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!line) return;
    wanted.current = undefined;
    line.focus({ preventScroll: true });
  });

  const whole = count <= drawnWhole;
  const first = whole ? 0 : Math.max(0, Math.floor(view.top / lineHeight) - beyond);
  const last = whole ? count : Math.min(count, first + Math.ceil(view.height / lineHeight) + 2 * beyond);
  return {
    frame,
    first,
    shown: rows.slice(first, last),
    before: first * lineHeight,
    after: (count - last) * lineHeight,
    reveal: (index) => {
      wanted.current = index;
      const element = frame.current;
      if (!element) return;
      const top = index * lineHeight;
      const room = element.clientHeight - 2 * lineHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top > element.scrollTop + room) element.scrollTop = top - room;
      setView({ top: element.scrollTop, height: element.clientHeight });
    },
  };
}
