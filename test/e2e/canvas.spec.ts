import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from './fixture.ts';
import { drag, grab, openLab, saved, savedRow, undoAll } from './hands.ts';
import { device, dropDevice, openStage } from './stage.ts';

const lab = {
  devices: {
    a: { kind: 'vm', name: 'a' },
    b: { kind: 'vm', name: 'b' },
    h: { kind: 'host', name: 'h' },
    on: { kind: 'vm', name: 'on', on: 'h' },
  },
  positions: { a: { x: 0, y: 0 }, b: { x: 200, y: 0 }, h: { x: 0, y: 160 }, on: { x: 20, y: 220 } },
  notes: { n: { text: 'first\nsecond', x: 420, y: 0, width: 200, height: 96 } },
};

const selected = (page: Page) => page.locator('.device-selected, .note-selected, .host-selected');

async function shiftDrag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.keyboard.down('Shift');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

async function boxOf(page: Page, id: string) {
  const box = await device(page, id).boundingBox();
  if (!box) throw new Error(`no ${id}`);
  return box;
}

test('a box with Shift takes what it touches, a frame only where it is all inside, and copies go by key', async ({
  page,
}) => {
  const stage = await openLab(page, lab);
  try {
    const before = await saved(page, stage);
    const a = await boxOf(page, 'a');
    const b = await boxOf(page, 'b');
    await shiftDrag(page, { x: a.x - 20, y: a.y - 20 }, { x: b.x + 20, y: b.y + 30 });
    await expect(selected(page)).toHaveCount(2);
    await page.keyboard.press('Control+d');
    await expect(page.locator('.react-flow__node-device')).toHaveCount(5);
    await expect(selected(page)).toHaveCount(2);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expect(page.locator('.react-flow__node-device')).toHaveCount(7);
    expect(await undoAll(page)).toBe(2);

    const h = await boxOf(page, 'h');
    const on = await boxOf(page, 'on');
    await shiftDrag(page, { x: h.x + h.width - 10, y: h.y + h.height - 10 }, { x: on.x + 80, y: on.y + 20 });
    await expect(page.locator('.host-selected')).toHaveCount(0);
    await expect(selected(page)).toHaveCount(1);
    await shiftDrag(page, { x: h.x - 20, y: h.y - 20 }, { x: h.x + h.width + 20, y: h.y + h.height + 20 });
    await expect(page.locator('.host-selected')).toHaveCount(1);
    await expect(selected(page)).toHaveCount(2);

    await page.mouse.click(h.x + 400, h.y + 40);
    await expect(selected(page)).toHaveCount(0);
    await device(page, 'a').click();
    await device(page, 'b').click({ modifiers: ['Control'] });
    await device(page, 'note:n').click({ modifiers: ['Shift'] });
    await expect(selected(page)).toHaveCount(3);
    await device(page, 'b').click({ modifiers: ['Shift'] });
    await expect(selected(page)).toHaveCount(2);
    await page.keyboard.press('Control+a');
    await expect(selected(page)).toHaveCount(5);
    await page.keyboard.press('Escape');
    await expect(selected(page)).toHaveCount(0);
    expect(await saved(page, stage)).toBe(before);
  } finally {
    await stage.close();
  }
});

test('several selected things are dragged together as one step, a host among them once', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    await page.keyboard.press('Control+a');
    await drag(page, device(page, 'a'), { x: 100, y: 60 });
    const { x, y } = (await savedRow(page, stage, 'positions', 'a')) as { x: number; y: number };
    expect(await savedRow(page, stage, 'positions', 'on')).toEqual({ x: x + 20, y: y + 220 });
    expect(await savedRow(page, stage, 'notes', 'n')).toEqual({ ...lab.notes.n, x: x + 420, y });
    expect(await undoAll(page)).toBe(1);
  } finally {
    await stage.close();
  }
});

test('things meet the grid and each other while they are dragged, and with Alt they do not', async ({
  page,
}) => {
  const stage = await openLab(page, {
    devices: { a: lab.devices.a, b: lab.devices.b },
    positions: lab.positions,
  });
  try {
    await grab(page, device(page, 'b'), { x: -197, y: 103 });
    await expect(page.locator('.guide')).toHaveCount(1);
    await page.mouse.up();
    await expect(page.locator('.guide')).toHaveCount(0);
    expect(await savedRow(page, stage, 'positions', 'b'), 'x of a, y of the grid').toEqual({ x: 0, y: 104 });
    await page.keyboard.down('Alt');
    await drag(page, device(page, 'b'), { x: 2, y: 3 });
    await page.keyboard.up('Alt');
    expect(await savedRow(page, stage, 'positions', 'b')).toEqual({ x: 2, y: 107 });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await savedRow(page, stage, 'positions', 'b')).toEqual({ x: 6, y: 67 });
    expect(await undoAll(page), 'arrow keys in a row are one step').toBe(3);
  } finally {
    await stage.close();
  }
});

test('arrow keys that end where they began leave nothing to undo', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    await device(page, 'a').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await undoAll(page)).toBe(0);
  } finally {
    await stage.close();
  }
});

test('a note is typed at once, changed in place, sized, and undone byte for byte', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    const before = await saved(page, stage);
    await page.keyboard.press('n');
    const typing = page.getByRole('textbox', { name: 'Text of the note' });
    await expect(typing).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.note')).toHaveCount(1);
    expect(await undoAll(page), 'a note left empty is gone and no step').toBe(0);

    await dropDevice(page, 'note', 300, 430);
    await expect(typing).toBeFocused();
    await page.keyboard.type('n: Delete, then a');
    await page.keyboard.press('Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Control+Enter');
    await expect(device(page, 'note:note2')).toBeFocused();
    await expect(device(page, 'note:note2').locator('.note-text')).toHaveText(
      'n: Delete, then a\nsecond line',
    );

    await page.keyboard.press('Enter');
    await page.keyboard.type(' more');
    await page.keyboard.press('Escape');
    await expect(device(page, 'note:note2').locator('.note-text')).toHaveText(
      'n: Delete, then a\nsecond line more',
    );
    await device(page, 'note:n').dblclick();
    await typing.fill('changed');
    await page.locator('.canvas').click({ position: { x: 30, y: 500 } });
    await expect(device(page, 'note:n').locator('.note-text')).toHaveText('changed');

    await device(page, 'note:n').click();
    await grab(page, device(page, 'note:n').locator('.note-corner'), { x: 60, y: 54 }, { x: 6, y: 6 });
    await page.mouse.up();
    const { width, height } = (await savedRow(page, stage, 'notes', 'n')) as {
      width: number;
      height: number;
    };
    expect(width).toBeGreaterThan(250);
    expect(height).toBeGreaterThan(120);
    expect(await undoAll(page), 'add, change, change, size').toBe(4);
    expect(await saved(page, stage)).toBe(before);
  } finally {
    await stage.close();
  }
});

test('menus open by key and by pointer, and everything in them goes by key', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    await device(page, 'a').focus();
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'Device' });
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await expect(menu.getByRole('menuitem')).toHaveCount(8);
    await expect(menu.getByRole('menuitem', { name: /^Ungroup/ })).toHaveAttribute('title', /Select a group/);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(device(page, 'a')).toBeFocused();

    await page.keyboard.press('ContextMenu');
    await page.keyboard.press('End');
    await expect(menu.getByRole('menuitem', { name: /^Remove/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(page.locator('.react-flow__node[data-id="a"]')).toHaveCount(0);
    await page.keyboard.press('Control+z');

    await device(page, 'note:n').click({ button: 'right' });
    await page
      .getByRole('menu', { name: 'Note' })
      .getByRole('menuitem', { name: /^Duplicate/ })
      .click();
    await expect(page.locator('.note')).toHaveCount(2);

    const canvas = await page.locator('.canvas').boundingBox();
    if (!canvas) throw new Error('no canvas');
    await page.mouse.click(canvas.x + 560, canvas.y + 480, { button: 'right' });
    await page.getByRole('menu', { name: 'Canvas' }).getByRole('menuitem', { name: 'Add a switch' }).click();
    const added = await boxOf(page, 'sw1');
    expect(Math.abs(added.x + added.width / 2 - (canvas.x + 560)), 'where the menu was').toBeLessThan(60);
    expect(Math.abs(added.y + added.height / 2 - (canvas.y + 480))).toBeLessThan(60);
  } finally {
    await stage.close();
  }
});

test('a cable is begun by key and ended by name, by a click, or not at all', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    const where = page.getByRole('combobox', { name: 'Cable from a to' });
    await device(page, 'a').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await expect(where).toBeFocused();
    await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['b', 'h', 'on']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveText('h');
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(where).toHaveCount(0);
    await expect(device(page, 'a')).toBeFocused();
    await expect(page.locator('.react-flow__edge')).toHaveCount(0);

    await page.keyboard.press('c');
    await page.keyboard.type('on');
    await page.keyboard.press('Enter');
    await expect(page.locator('.react-flow__edge')).toHaveCount(1);
    await page.keyboard.press('c');
    await expect(where).toBeFocused();
    await device(page, 'b').click();
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);
    await expect(where).toHaveCount(0);
    expect(await undoAll(page)).toBe(2);
  } finally {
    await stage.close();
  }
});

test('Escape gives up a drag, and nothing was moved', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    const start = await boxOf(page, 'b');
    await grab(page, device(page, 'b'), { x: 40, y: 80 });
    await expect.poll(async () => (await boxOf(page, 'b')).y).toBeGreaterThan(start.y + 70);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await boxOf(page, 'b')).y).toBe(start.y);
    await page.mouse.up();
    expect(await undoAll(page)).toBe(0);
  } finally {
    await stage.close();
  }
});

test('the palette adds as many as are wanted, once, and says so', async ({ page }) => {
  const stage = await openStage();
  try {
    await page.goto(stage.address);
    const many = page.getByRole('spinbutton', { name: 'How many' });
    await many.focus();
    await page.keyboard.press('ArrowUp');
    await expect(many).toHaveValue('2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12');
    await expect(page.locator('[data-entry="vm"]')).toContainText('×12');
    await page.locator('[data-entry="vm"]').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.react-flow__node')).toHaveCount(12);
    await expect(many).toHaveValue('1');
    await many.fill('500');
    await expect(many).toHaveValue('100');
    await many.fill('');
    await page.keyboard.press('Tab');
    await expect(many, 'what is no number is not taken').toHaveValue('100');
    expect(await undoAll(page)).toBe(1);
  } finally {
    await stage.close();
  }
});

test('a wheel moves the canvas, with Ctrl it zooms, and the middle button moves it too', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    const start = await boxOf(page, 'a');
    await page.mouse.move(start.x + 300, start.y + 300);
    await page.mouse.wheel(0, 100);
    await expect.poll(async () => Math.round((await boxOf(page, 'a')).y)).toBeLessThan(start.y - 50);
    await page.mouse.down({ button: 'middle' });
    await page.mouse.move(start.x + 340, start.y + 340, { steps: 4 });
    await page.mouse.up({ button: 'middle' });
    await expect.poll(async () => Math.round((await boxOf(page, 'a')).x - start.x)).toBe(40);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 200);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await boxOf(page, 'a')).width).toBeLessThan(start.width - 10);
  } finally {
    await stage.close();
  }
});
