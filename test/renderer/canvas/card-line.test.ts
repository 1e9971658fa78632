import { expect, it } from 'vitest';
import { cardLine } from '../../../renderer/canvas/card-line.ts';
import { createDeviceFacts } from '../../../renderer/canvas/device-facts.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';

/** What stands below the name of each device. */
function lines(sketch: string): Record<string, string | undefined> {
  const lab = sketchDesign(sketch);
  const { ports } = createDeviceFacts()(lab);
  return Object.fromEntries(
    Object.entries(lab.devices).map(([id, device]) => {
      const line = cardLine(device, ports.get(id) ?? []);
      return [id, line?.kind === 'address' ? line.text : line?.word];
    }),
  );
}

it('a card shows an address of its own, else the one that is kept for it, else that it asks for one', () => {
  expect(
    lines(
      'subnet 10.0.0.0/24\nvm a 10.0.0.9/24 dhcp=true\nvm b dhcp=true\nvm c dhcp=true\nvm d dhcp=true mac=080027AABBCC\nvm e\nreserve net1 10.0.0.50 interface=b.eth0\nreserve net1 10.0.0.51 mac=08:00:27:aa:bb:cc\nreserve net1 10.0.0.52 interface=a.eth0',
    ),
  ).toEqual({ a: '10.0.0.9/24', b: '10.0.0.50', c: 'ui/by-dhcp', d: '10.0.0.51', e: 'ui/no-address' });
});

it('the internet has no second line where it has no address', () => {
  expect(lines('internet i\ninternet j 192.0.2.1/24\nrouter n engine=nat isolated=true')).toEqual({
    i: undefined,
    j: '192.0.2.1/24',
    n: 'ui/nat-isolated-short',
  });
});

it('a card is drawn anew when an address is kept for it', () => {
  const facts = createDeviceFacts();
  const lab = sketchDesign('subnet 10.0.0.0/24\nvm a dhcp=true');
  const before = facts(lab).ports.get('a')?.[0]?.kept;
  const now = facts({
    ...lab,
    reservations: { r: { subnet: 'net1', interface: 'a.eth0', address: '10.0.0.5' } },
  });
  expect([before, now.ports.get('a')?.[0]?.kept]).toEqual([undefined, '10.0.0.5']);
});
