/** What a key event says of an input method. */
type Keyed = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/** Whether a key belongs to an input method that is composing: Enter, Escape and letters are then its own. */
export function isComposing(event: Keyed | { readonly nativeEvent: Keyed }): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  // 229 is what some input methods send where `isComposing` is not yet, or no longer, set.
  return native.isComposing || native.keyCode === 229;
}
