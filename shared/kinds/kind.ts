/** A kind of device: how it is named, drawn and grouped. What it does in a network is decided by `shared/network`. */
export interface Kind {
  /** Equals the file name. */
  readonly id: string;
  /** English words; ids start with `kind/<id>/`. */
  readonly words: Readonly<Record<string, string>>;
  readonly group: 'machines' | 'networks' | 'outside';
  /** The mode of an interface that does not name one. */
  readonly defaultMode: 'routed' | 'access';
  /** Name of an icon of the page's icon set. */
  readonly icon: string;
  /** Canvas pixels at zoom 1; a switch grows with its ports. */
  readonly size: { readonly width: number; readonly height: number };
}
