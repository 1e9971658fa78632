import type { Device } from '../../shared/model/topology.ts';
import type { UiId } from '../i18n/text.tsx';
import type { PortView } from './flow-shapes.ts';

/** What a card says below its name. */
export type CardLine =
  | { readonly kind: 'address'; readonly text: string }
  /** It has its address from elsewhere. */
  | { readonly kind: 'given'; readonly word: UiId }
  | { readonly kind: 'missing'; readonly word: UiId };

/** The first address of a device, else the one that DHCP keeps for it, else where one comes from; of the internet nothing is missing. */
export function cardLine(device: Device, ports: readonly PortView[]): CardLine | undefined {
  const [own] = ports.flatMap(({ row }) => row.addresses ?? []);
  const [kept] = ports.flatMap((port) => port.kept ?? []);
  const text = own ?? kept;
  if (text !== undefined) return { kind: 'address', text };
  if (device.kind === 'internet') return undefined;
  if (device.isolated) return { kind: 'missing', word: 'ui/nat-isolated-short' };
  if (ports.some(({ row }) => row.dhcp === true)) return { kind: 'given', word: 'ui/by-dhcp' };
  const hasCard = ports.some(({ row }) => row.parent === undefined);
  return { kind: 'missing', word: hasCard ? 'ui/no-address' : 'ui/no-interface' };
}
