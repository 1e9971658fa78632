const edges = ['left', 'right', 'bottom'] as const;

/** The border of a frame, made wide enough to be grasped; what is inside lets clicks through to the canvas. */
export function FrameEdges() {
  return edges.map((edge) => <span key={edge} className={`frame-edge frame-edge-${edge}`} />);
}
