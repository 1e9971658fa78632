/** The part of AbortSignal that the core needs; any AbortSignal is one. */
export interface Cancel {
  readonly aborted: boolean;
}

export const neverCancelled: Cancel = { aborted: false };
