import { expect, test } from './fixture.ts';
import { openLab, savedRow } from './hands.ts';
import { device } from './stage.ts';

const lab = {
  devices: {
    nat1: { kind: 'router', name: 'nat1', engine: 'nat' },
    host1: { kind: 'host', name: 'host1', platform: 'VIRTUALBOX' },
    vm1: { kind: 'vm', name: 'vm1', on: 'host1' },
    net: { kind: 'internet', name: 'Internet' },
    pc: { kind: 'vm', name: 'pc' },
  },
  interfaces: { 'pc.eth0': { device: 'pc', name: 'eth0', dhcp: true } },
  nat: {
    masq: { device: 'nat1', kind: 'masquerade' },
    fwd: { device: 'nat1', kind: 'port-forward', protocol: 'tcp', listenPort: 8080, insidePort: 80 },
  },
  positions: {
    nat1: { x: 0, y: 0 },
    host1: { x: 0, y: 200 },
    vm1: { x: 20, y: 260 },
    net: { x: 300, y: 0 },
    pc: { x: 300, y: 200 },
  },
};

test('a NAT service lists a forward once, and a new rule is asked for its kind without a choice of none', async ({
  page,
}) => {
  const stage = await openLab(page, lab);
  await device(page, 'nat1').click();
  const properties = page.getByRole('complementary');
  const section = properties.locator('[data-table="nat"]');
  await section.locator('summary').first().click();
  await expect(section.locator('.table-count')).toHaveText('1');
  await section.getByRole('button', { name: /^Add/ }).click();
  const kind = section.locator('form select').first();
  const offered = await kind.locator('option').allTextContents();
  expect([offered[0], offered.filter((text) => /none/i.test(text))]).toEqual(['Choose…', []]);
  await stage.close();
});

test('a host shows its platform by its name, and keeps the one chosen by its id', async ({ page }) => {
  const stage = await openLab(page, lab);
  const head = device(page, 'host1').locator('.host-head');
  await expect(head).toContainText('VirtualBox');
  await head.click();
  const platform = page.getByRole('complementary').getByLabel('Platform');
  await expect(platform).toHaveValue('VirtualBox');
  await platform.fill('proxmox ve');
  await page.keyboard.press('Enter');
  await expect(platform).toHaveValue('Proxmox VE');
  await expect(head).toContainText('Proxmox VE');
  expect(await savedRow(page, stage, 'devices', 'host1')).toMatchObject({ platform: 'proxmox' });
  await stage.close();
});

test('a card that asks for an address says so, and the internet misses none', async ({ page }) => {
  const stage = await openLab(page, lab);
  await expect(device(page, 'pc').locator('.device-address')).toHaveText('DHCP');
  await expect(device(page, 'net').locator('.device-address')).toHaveCount(0);
  await stage.close();
});
