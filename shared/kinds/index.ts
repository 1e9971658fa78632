import type { Device } from '../model/topology.ts';
import { paletteWords } from './composites.ts';
import { host } from './host.ts';
import { internet } from './internet.ts';
import type { Kind } from './kind.ts';
import { router } from './router.ts';
import { switchKind } from './switch.ts';
import { vm } from './vm.ts';

/** Every kind of device, in order of id. */
export const kinds: readonly Kind[] = [host, internet, router, switchKind, vm];

/** English words of all kinds and of the palette. */
export const kindWords: Readonly<Record<string, string>> = Object.assign(
  {},
  ...kinds.map((kind) => kind.words),
  paletteWords,
);

/** The kind with this id; undefined for one that this version does not know. */
export function kindOf(id: string): Kind | undefined {
  return kinds.find((kind) => kind.id === id);
}

/** How large a device is drawn: canvas pixels at zoom 1. A switch grows with its ports, a NAT service is a pill. */
export function sizeOf(
  device: Device,
  portCount: number,
): { readonly width: number; readonly height: number } {
  if (device.kind === 'switch') return { width: Math.max(128, 24 + portCount * 16), height: 52 };
  if (device.engine === 'nat') return { width: 196, height: 44 };
  return kindOf(device.kind)?.size ?? { width: 168, height: 52 };
}
