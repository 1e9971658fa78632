/** A box in pixels of the screen, or in units of the lab. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels that stay free on each side, as React Flow takes them. */
export interface Padding {
  readonly top: `${number}px`;
  readonly right: `${number}px`;
  readonly bottom: `${number}px`;
  readonly left: `${number}px`;
}

interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export const maxZoom = 1;
/** Between what is shown and what lies over the canvas. */
const gap = 12;
/** Less of the zoom than this is not given up: a small window shows what it can. */
const least = 0.6;

/**
 * How much stays free around boxes that are brought into view on a canvas of this size. Where one would lie under an
 * overlay, such as the overview map in a corner, the side that costs less of the zoom makes room for it.
 */
export function paddingFor(boxes: readonly Box[], size: Size, overlays: readonly Box[]): Padding {
  const [across, down] = [margin(size.width), margin(size.height)];
  const plain: Sides = { top: down, right: across, bottom: down, left: across };
  const around = boundsOf(boxes);
  if (!around) return inPixels(plain);
  const isFree = (sides: Sides): boolean => {
    const { zoom, x, y } = viewOf(around, size, sides);
    return !boxes.some((box) =>
      overlays.some((over) =>
        overlaps(
          { x: box.x * zoom + x, y: box.y * zoom + y, width: box.width * zoom, height: box.height * zoom },
          over,
        ),
      ),
    );
  };
  const zoomOf = (sides: Sides): number => viewOf(around, size, sides).zoom;
  const [best] = roomFor(plain, size, overlays)
    .filter((sides) => isFree(sides) && zoomOf(sides) >= zoomOf(plain) * least)
    .sort((one, other) => zoomOf(other) - zoomOf(one));
  return inPixels(isFree(plain) ? plain : (best ?? plain));
}

/** As much as React Flow leaves for a padding of 0.15. */
function margin(length: number): number {
  return Math.floor((length - length / 1.15) / 2);
}

/** The ways to keep overlays free, which all lie at the bottom: each at its side, or below. */
function roomFor(plain: Sides, size: Size, overlays: readonly Box[]): Sides[] {
  return overlays.reduce<Sides[]>(
    (ways, { x, y, width }) => {
      const isLeft = x + width / 2 < size.width / 2;
      const beside = (isLeft ? x + width : size.width - x) + gap;
      const below = size.height - y + gap;
      return ways.flatMap((sides) => [
        sides,
        isLeft
          ? { ...sides, left: Math.max(sides.left, beside) }
          : { ...sides, right: Math.max(sides.right, beside) },
        { ...sides, bottom: Math.max(sides.bottom, below) },
      ]);
    },
    [plain],
  );
}

/** Where React Flow puts what is fitted: in the middle, moved as far as the sides ask for. */
function viewOf(
  around: Box,
  { width, height }: Size,
  { top, right, bottom, left }: Sides,
): { readonly zoom: number; readonly x: number; readonly y: number } {
  const zoom = Math.min(
    (width - left - right) / around.width,
    (height - top - bottom) / around.height,
    maxZoom,
  );
  const put = (start: number, length: number, space: number, before: number, after: number): number => {
    const middle = (space - length * zoom) / 2;
    return Math.min(Math.max(middle, before), space - after - length * zoom) - start * zoom;
  };
  return {
    zoom,
    x: put(around.x, around.width, width, left, right),
    y: put(around.y, around.height, height, top, bottom),
  };
}

function boundsOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function inPixels({ top, right, bottom, left }: Sides): Padding {
  return { top: `${top}px`, right: `${right}px`, bottom: `${bottom}px`, left: `${left}px` };
}
