/** A picture of an icon: a square PNG. */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

/** Sizes that are drawn: what Linux themes, Windows and macOS ask for. */
export const iconSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024] as const;

/** Width and height that a PNG gives itself. */
export function pngSize(png: Buffer): { readonly width: number; readonly height: number } {
  if (png.toString('latin1', 1, 4) !== 'PNG' || png.toString('latin1', 12, 16) !== 'IHDR')
    throw new Error('not a PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** Windows has no larger picture in an icon than 256. */
export const isInIco = (size: number): boolean => size <= 256;

/** An .ico: a table of places, then the pictures. A size of 256 is written as 0. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let place = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(place, at + 12);
    place += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Names macOS gives to sizes; those with two names are also a smaller size for screens with twice the dots. */
export const icnsNames: readonly (readonly [name: string, size: number])[] = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** An .icns: each picture after its name and its length. */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const entries = icnsNames.map(([name, size]) => {
    const picture = pictures.find((one) => one.size === size);
    if (!picture) throw new Error(`no picture of ${size}`);
    return block(name, picture.png);
  });
  return block('icns', Buffer.concat(entries));
}

function block(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
