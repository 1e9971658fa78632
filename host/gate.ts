/** Lets one apply run at a time: two would step on each other's machines. All windows of a program share one. */
export interface ApplyGate {
  /** The name of the lab that is being applied. */
  readonly inside: string | undefined;
  /** Goes in, and gives the way out; undefined while another is inside. */
  enter(lab: string): (() => void) | undefined;
}

export function createGate(): ApplyGate {
  let inside: { readonly lab: string } | undefined;
  return {
    get inside() {
      return inside?.lab;
    },
    enter(lab) {
      if (inside) return undefined;
      const mine = { lab };
      inside = mine;
      return () => {
        if (inside === mine) inside = undefined;
      };
    },
  };
}
