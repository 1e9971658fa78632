import { expect, type Page, test } from './fixture.ts';
import { device, dropDevice, openStage } from './stage.ts';

async function stepCount(page: Page): Promise<number> {
  let count = 0;
  const undo = page.getByRole('button', { name: /^Undo/ });
  for (; (await undo.isEnabled()) && count < 50; count++) await undo.click();
  return count;
}

test('a lab can be built without a mouse', async ({ page }) => {
  const stage = await openStage();
  try {
    await page.goto(stage.address);
    await page.locator('[data-entry="vm"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-entry="nat-network"]').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.react-flow__node')).toHaveCount(3);

    await device(page, 'vm1').focus();
    await page.keyboard.press('Enter');
    const properties = page.getByRole('complementary');
    await properties.getByLabel('Connect to').selectOption('nat1');
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);
    await properties.getByLabel('Addresses').fill('10.0.10.300/24');
    await page.keyboard.press('Tab');
    await expect(properties.locator('.finding').first()).toBeVisible();
    await expect(properties.getByLabel('Addresses')).toHaveValue('10.0.10.300/24');
    await properties.getByLabel('Addresses').fill('half typed');
    await page.keyboard.press('Escape');
    await expect(properties.getByLabel('Addresses')).toHaveValue('10.0.10.300/24');
    await properties.getByLabel('Memory').fill('2 GB');
    await page.keyboard.press('Enter');
    await expect(properties.getByRole('alert')).toContainText('“2 GB” is not a whole number.');
    await page.keyboard.press('Escape');

    await device(page, 'vm1').focus();
    await page.keyboard.press('Delete');
    await expect(page.locator('.react-flow__node')).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);
    await page.keyboard.press('Control+Shift+z');
    await expect(page.locator('.react-flow__edge')).toHaveCount(1);
    expect(await stepCount(page)).toBe(5);
    await expect(page.getByRole('heading', { name: 'Draw your lab' })).toBeVisible();
  } finally {
    await stage.close();
  }
});

test('a drag is one step, and so are arrow keys in a row', async ({ page }) => {
  const stage = await openStage();
  try {
    await page.goto(stage.address);
    await dropDevice(page, 'vm', 200, 200);
    const box = await device(page, 'vm1').boundingBox();
    if (!box) throw new Error('no vm1');
    await page.mouse.move(box.x + 60, box.y + 26);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 126, { steps: 10 });
    await page.mouse.up();
    await expect.poll(async () => (await device(page, 'vm1').boundingBox())?.x).toBeGreaterThan(box.x + 80);
    await device(page, 'vm1').focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
    expect(await stepCount(page)).toBe(3);
  } finally {
    await stage.close();
  }
});

test('forwards are added, mended and removed, and a taken host port is seen', async ({ page }) => {
  const stage = await openStage();
  try {
    await page.goto(stage.address);
    await dropDevice(page, 'nat-network', 300, 150);
    await device(page, 'nat1').click();
    const properties = page
      .getByRole('complementary')
      .locator('.part', { has: page.getByRole('heading', { name: 'Port forwards' }) });
    const taken = properties.locator('.finding-error', { hasText: 'forwarded twice' });
    for (const inside of ['10.0.10.11', '10.0.10.12']) {
      await properties.getByRole('button', { name: 'Add a port forward' }).click();
      await properties.getByLabel('Host port').last().fill('8080');
      await properties.getByLabel('Inside address').last().fill(inside);
      await properties.getByLabel('Inside port').last().fill('80');
      await properties.getByRole('button', { name: 'Add a port forward' }).click();
    }
    await expect(properties.getByRole('button', { name: 'Remove the forward of port 8080' })).toHaveCount(2);
    await expect(device(page, 'nat1').locator('.badge-error')).toBeVisible();
    await expect(taken).not.toHaveCount(0);
    await properties.getByLabel('Host port').last().fill('8081');
    await page.keyboard.press('Enter');
    await expect(taken).toHaveCount(0);
    await properties.getByRole('button', { name: 'Remove the forward of port 8081' }).click();
    await expect(properties.getByRole('button', { name: /^Remove the forward/ })).toHaveCount(1);
  } finally {
    await stage.close();
  }
});
