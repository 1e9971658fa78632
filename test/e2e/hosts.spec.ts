import { expect, type Page, test } from './fixture.ts';
import { drag, grab, openLab, saved, savedRow, undoAll } from './hands.ts';
import { device, dropDevice, type Stage } from './stage.ts';

const lab = {
  devices: {
    hosta: { kind: 'host', name: 'host-a', platform: 'virtualbox' },
    hostb: { kind: 'host', name: 'host-b' },
    web1: { kind: 'vm', name: 'web1', on: 'hosta' },
    vm9: { kind: 'vm', name: 'vm9' },
    core: { kind: 'switch', name: 'core', physical: true },
  },
  positions: {
    hosta: { x: 0, y: 0 },
    web1: { x: 20, y: 60 },
    hostb: { x: 0, y: 200 },
    vm9: { x: 320, y: 0 },
    core: { x: 320, y: 200 },
  },
};

async function withLab(page: Page, walk: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openLab(page, lab);
  try {
    await walk(stage);
  } finally {
    await stage.close();
  }
}

const head = (page: Page, host: string) => device(page, host).locator('.host-head');

test('a machine dragged into the frame of a host runs on it, dragged out it runs on this computer', async ({
  page,
}) => {
  await withLab(page, async (stage) => {
    const before = await saved(page, stage);
    await expect(head(page, 'hosta')).toContainText('1 VM');
    await grab(page, device(page, 'vm9'), { x: -220, y: -20 });
    await expect(device(page, 'hosta').locator('.taking')).toBeVisible();
    await page.mouse.up();
    await expect(device(page, 'hosta').locator('.taking')).toHaveCount(0);
    await expect(head(page, 'hosta')).toContainText('2 VMs');
    expect(await savedRow(page, stage, 'devices', 'vm9')).toMatchObject({ on: 'hosta' });

    await drag(page, device(page, 'web1'), { x: 420, y: 40 });
    await expect(head(page, 'hosta')).toContainText('1 VM');
    expect(await savedRow(page, stage, 'devices', 'web1')).toEqual({ kind: 'vm', name: 'web1' });

    expect(await undoAll(page), 'each drop is one step').toBe(2);
    expect(await saved(page, stage)).toBe(before);
  });
});

test('a host without machines is a card that takes them, and then a frame', async ({ page }) => {
  await withLab(page, async (stage) => {
    await grab(page, device(page, 'vm9'), { x: -310, y: 205 });
    await expect(device(page, 'hostb').locator('.taking')).toBeVisible();
    await expect(head(page, 'hostb')).toHaveCount(0);
    await page.mouse.up();
    await expect(head(page, 'hostb')).toContainText('1 VM');
    expect(await savedRow(page, stage, 'devices', 'vm9')).toMatchObject({ on: 'hostb' });
  });
});

test('a host is moved by its header with what is on it, as one step', async ({ page }) => {
  await withLab(page, async (stage) => {
    await drag(page, head(page, 'hosta'), { x: 40, y: 400 });
    const host = await savedRow(page, stage, 'positions', 'hosta');
    expect(host).not.toEqual(lab.positions.hosta);
    const { x, y } = host as { x: number; y: number };
    expect(await savedRow(page, stage, 'positions', 'web1')).toEqual({ x: x + 20, y: y + 60 });
    expect(await savedRow(page, stage, 'devices', 'web1')).toMatchObject({ on: 'hosta' });
    expect(await undoAll(page)).toBe(1);
  });
});

test('a switch of metal is not taken by a host', async ({ page }) => {
  await withLab(page, async (stage) => {
    await grab(page, device(page, 'core'), { x: -290, y: -120 });
    await expect(page.locator('.taking')).toHaveCount(0);
    await page.mouse.up();
    expect(await savedRow(page, stage, 'devices', 'core')).toEqual(lab.devices.core);
  });
});

test('what is dropped from the palette on a host runs on it, all of several, as one step', async ({
  page,
}) => {
  await withLab(page, async (stage) => {
    const before = await saved(page, stage);
    const box = await head(page, 'hosta').boundingBox();
    const canvas = await page.locator('.canvas').boundingBox();
    if (!box || !canvas) throw new Error('no host');
    await page.getByRole('spinbutton', { name: 'How many' }).fill('3');
    await dropDevice(page, 'vm', box.x - canvas.x + 100, box.y - canvas.y + 80);
    await expect(head(page, 'hosta')).toContainText('4 VMs');
    await expect(page.getByRole('spinbutton', { name: 'How many' })).toHaveValue('1');
    expect(await savedRow(page, stage, 'devices', 'vm3')).toMatchObject({ on: 'hosta' });
    expect(await undoAll(page)).toBe(1);
    expect(await saved(page, stage)).toBe(before);
  });
});

test('a host shows that it takes what is carried over it from the palette, and not what it cannot run', async ({
  page,
}) => {
  await withLab(page, async () => {
    for (const [entry, taken] of [
      ['vm', 1],
      ['host', 0],
      ['note', 0],
    ] as const) {
      const from = await page.locator(`[data-entry="${entry}"]`).boundingBox();
      const to = await head(page, 'hosta').boundingBox();
      if (!from || !to) throw new Error('nothing to carry');
      await page.mouse.move(from.x + 30, from.y + 20);
      await page.mouse.down();
      await page.mouse.move(to.x + 60, to.y + 10, { steps: 4 });
      await expect(page.locator('.react-flow__node')).toHaveCount(5);
      await expect(page.locator('.taking')).toHaveCount(taken);
      await page.mouse.move(from.x + 30, from.y + 20, { steps: 4 });
      await expect(page.locator('.taking')).toHaveCount(0);
      await page.mouse.up();
    }
  });
});

test('a cable dragged to the header of a host ends there from inside, and at its border from outside', async ({
  page,
}) => {
  await withLab(page, async () => {
    for (const name of ['web1', 'vm9']) {
      await device(page, name).hover();
      const plug = await device(page, name).locator('.plug.react-flow__handle-top').boundingBox();
      const end = await head(page, 'hosta').boundingBox();
      if (!plug || !end) throw new Error('nothing to cable');
      await page.mouse.move(plug.x + plug.width / 2, plug.y + plug.height / 2);
      await page.mouse.down();
      await page.mouse.move(end.x + 60, end.y + 24, { steps: 8 });
      await page.mouse.move(end.x + 50, end.y + 16, { steps: 4 });
      await page.mouse.up();
    }
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);
    const host = await device(page, 'hosta').boundingBox();
    const inside = await page.locator('.react-flow__edge[data-id="link1"] .cable').boundingBox();
    const outside = await page.locator('.react-flow__edge[data-id="link2"] .cable').boundingBox();
    if (!host || !inside || !outside) throw new Error('nothing drawn');
    // The line is 2 px wide.
    expect(Math.abs(inside.y - host.y - 32), 'right under the header').toBeLessThan(2);
    expect(Math.abs(outside.x - (host.x + host.width)), 'at the right border').toBeLessThan(2);
  });
});
