import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Shows a dialog over everything while its component is there. It is closed before its element goes: only then does the
 * browser give the focus back to what had it.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog?.open) dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return element;
}
