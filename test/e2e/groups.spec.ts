import { expect, test } from './fixture.ts';
import { drag, openLab, saved, savedRow, undoAll } from './hands.ts';
import { device } from './stage.ts';

const lab = {
  devices: {
    a: { kind: 'vm', name: 'a' },
    b: { kind: 'vm', name: 'b' },
    c: { kind: 'vm', name: 'c' },
  },
  positions: { a: { x: 0, y: 0 }, b: { x: 200, y: 0 }, c: { x: 0, y: 200 } },
};

test('selected devices are grouped, moved by the frame, taken apart and removed with it', async ({
  page,
}) => {
  const stage = await openLab(page, lab);
  try {
    const before = await saved(page, stage);
    const frame = device(page, 'group:group1');
    await device(page, 'a').click();
    await device(page, 'b').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+g');
    await expect(frame.locator('.group-selected')).toBeVisible();
    await expect(frame).toHaveAttribute('aria-label', 'Group 1, group of 2 devices');

    await drag(page, frame.locator('.group-head'), { x: 60, y: 300 });
    const a = (await savedRow(page, stage, 'positions', 'a')) as { x: number; y: number };
    expect(a).not.toEqual(lab.positions.a);
    expect(await savedRow(page, stage, 'positions', 'b')).toEqual({ x: a.x + 200, y: a.y });
    expect(await savedRow(page, stage, 'positions', 'c')).toEqual(lab.positions.c);

    await page.locator('.canvas').click({ position: { x: 700, y: 20 } });
    await expect(page.locator('.group-selected')).toHaveCount(0);
    await frame.locator('.frame-edge-left').click();
    await expect(frame.locator('.group-selected')).toBeVisible();
    await page.keyboard.press('Delete');
    await expect(page.locator('.react-flow__node')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await frame.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Shift+g');
    await expect(page.locator('.react-flow__node')).toHaveCount(3);

    expect(await undoAll(page)).toBe(3);
    expect(await saved(page, stage)).toBe(before);
  } finally {
    await stage.close();
  }
});

test('a click inside the frame is a click on the empty canvas', async ({ page }) => {
  const stage = await openLab(page, { ...lab, groups: { g: { name: 'all', devices: ['a', 'b', 'c'] } } });
  try {
    await device(page, 'a').click();
    await expect(page.locator('.device-selected')).toHaveCount(1);
    const box = await device(page, 'b').boundingBox();
    if (!box) throw new Error('no b');
    await page.mouse.click(box.x + 60, box.y + 120);
    await expect(page.locator('.device-selected, .group-selected')).toHaveCount(0);
  } finally {
    await stage.close();
  }
});
