import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icnsNames, iconSizes, pngSize } from '../../build/package/icon-files.ts';

const folder = new URL('../../assets/icons/', import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, folder));
const square = (size: number) => ({ width: size, height: size });

describe('the icon', () => {
  it('is there in every size, really of that size', () => {
    expect(iconSizes).toEqual([16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]);
    for (const size of iconSizes) expect(pngSize(read(`${size}x${size}.png`))).toEqual(square(size));
    const names = iconSizes.map((size) => `${size}x${size}.png`);
    const all = [...names, 'netloom.icns', 'netloom.ico', 'netloom.svg'];
    expect(readdirSync(folder).toSorted()).toEqual(all.toSorted());
  });

  it('for Windows holds the pictures up to 256', () => {
    const ico = read('netloom.ico');
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes: number[] = [];
    for (let index = 0; index < ico.readUInt16LE(4); index++) {
      const at = 6 + 16 * index;
      const place = ico.readUInt32LE(at + 12);
      const png = ico.subarray(place, place + ico.readUInt32LE(at + 8));
      const size = ico.readUInt8(at) || 256;
      expect(pngSize(png)).toEqual(square(size));
      expect(png.equals(read(`${size}x${size}.png`))).toBe(true);
      sizes.push(size);
    }
    expect(sizes).toEqual([16, 24, 32, 48, 64, 96, 128, 256]);
  });

  it('for macOS holds every picture under its names', () => {
    const icns = read('netloom.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const found: [string, number][] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const { width } = pngSize(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
      found.push([icns.toString('latin1', at, at + 4), width]);
    }
    expect(found).toEqual(icnsNames);
    expect(new Set(found.map(([, size]) => size))).toEqual(new Set([16, 32, 64, 128, 256, 512, 1024]));
  });
});
