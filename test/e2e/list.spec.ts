import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from './fixture.ts';
import { largeLab } from './large-lab.ts';
import { openStage } from './stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = 'education.netloom.json';

function names(page: Page): Promise<string[]> {
  return page.locator('.list tbody th').allInnerTexts();
}

test('the lab as a list is reached first, walked with the keys, sorted, and shares the selection', async ({
  page,
}) => {
  const stage = await openStage({
    file: sample,
    prepare: (workspace) => copyFileSync(join(root, 'assets/samples', sample), join(workspace, sample)),
  });
  try {
    await page.goto(stage.address);
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Skip to the lab as a list' })).toBeFocused();
    await page.keyboard.press('Enter');
    const list = page.getByRole('grid', { name: 'Lab as a list' });
    await expect(list.getByRole('row', { name: /^db1/ })).toBeFocused();
    expect(await names(page)).toEqual(['db1', 'nat1', 'pc1', 'pc2', 'sw1', 'web1', 'web2']);
    await expect(list.getByRole('row', { name: /^pc1/ })).toContainText(
      /Virtual machine.*this computer.*eth0 10\.0\.20\.11\/24.*20.*sw1/,
    );

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(list.locator('[aria-selected="true"]')).toHaveCount(2);
    await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible();
    await page.keyboard.press('Enter');
    const name = page.getByRole('complementary').getByLabel('Name');
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('pc2');

    await list.getByRole('button', { name: 'Cabled to' }).click();
    await list.getByRole('button', { name: 'Device' }).click();
    await list.getByRole('button', { name: 'Device' }).click();
    await expect(list.getByRole('columnheader', { name: 'Device' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    expect(await names(page)).toEqual(['web2', 'web1', 'sw1', 'pc2', 'pc1', 'nat1', 'db1']);

    await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
    await expect(list.locator('[aria-selected="true"]')).toHaveCount(0);
    await page.keyboard.press('l');
    await expect(list).toHaveCount(0);
    await page.keyboard.press('Control+n');
    await page.keyboard.press('l');
    await expect(page.locator('.list-none')).toContainText('No devices yet.');
  } finally {
    await stage.close();
  }
});

test('the list of 2,000 devices draws what is in view, and goes to its end at once', async ({ page }) => {
  const stage = await openStage({
    file: 'large.netloom.json',
    prepare: (workspace) => writeFileSync(join(workspace, 'large.netloom.json'), largeLab(2000)),
  });
  try {
    await page.goto(stage.address);
    await expect(page.locator('.status-bar').getByText('2020 devices')).toBeVisible();
    await page.keyboard.press('l');
    const list = page.getByRole('grid');
    await expect(list).toHaveAttribute('aria-rowcount', '2021');
    expect(await list.locator('tbody tr.list-line').count()).toBeLessThan(80);
    await list.locator('[data-list-start]').focus();
    await page.keyboard.press('End');
    await expect(list.locator('tr:focus')).toHaveAttribute('aria-rowindex', '2021');
    await expect(list.locator('tr:focus')).toContainText('vm2000');
    await page.keyboard.press('ArrowUp');
    await expect(list.locator('tr:focus')).toContainText('vm1999');
    await page.keyboard.press('Home');
    await expect(list.locator('tr:focus')).toContainText('sw1');
  } finally {
    await stage.close();
  }
});
