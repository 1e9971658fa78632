import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from './fixture.ts';
import { device, openStage, type Stage } from './stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = 'education.netloom.json';

let stage: Stage;

test.beforeEach(async ({ page }) => {
  stage = await openStage({
    file: sample,
    prepare: (workspace) => copyFileSync(join(root, 'assets/samples', sample), join(workspace, sample)),
  });
  await page.goto(stage.address);
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
});

test.afterEach(() => stage.close());

/** Selects devices by the list, which needs no place on the canvas. */
async function selectInList(page: Page, ...names: string[]): Promise<void> {
  const [first = '', ...rest] = names;
  if ((await page.getByRole('grid').count()) === 0) {
    await page.getByRole('button', { name: 'Lab as a list' }).last().click();
  }
  await page.locator(`[data-row="${first}"]`).click();
  for (const name of rest) await page.locator(`[data-row="${name}"]`).click({ modifiers: ['Control'] });
}

function saved(): { devices: Record<string, Record<string, unknown>>; interfaces: Record<string, unknown> } {
  return JSON.parse(readFileSync(join(stage.workspace, sample), 'utf8')) as ReturnType<typeof saved>;
}

test('what several have is shown and set for all in one step; what differs says so', async ({ page }) => {
  await selectInList(page, 'web1', 'web2');
  const properties = page.getByRole('complementary');
  await properties.getByLabel('Memory').fill('2048');
  await page.keyboard.press('Enter');
  await selectInList(page, 'web1', 'web2', 'pc1');
  await expect(properties.locator('.many-counts')).toContainText('3 virtual machines');
  await expect(properties.getByLabel('Memory')).toHaveAttribute('placeholder', 'different');
  await properties.getByLabel('Memory').fill('lots');
  await page.keyboard.press('Enter');
  await expect(properties.getByRole('alert')).toContainText('“lots” is not a whole number.');
  await properties.getByLabel('Memory').fill('512');
  await page.keyboard.press('Enter');
  await properties.getByLabel('Operating system').fill('Debian 13');
  await page.keyboard.press('Enter');
  await properties.getByLabel('MTU of 3 interfaces').fill('9000');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Saved ${sample}.`)).toBeVisible();
  const { devices, interfaces } = saved();
  expect(['web1', 'web2', 'pc1'].map((id) => [devices[id]?.['memoryMiB'], devices[id]?.['os']])).toEqual([
    [512, 'Debian 13'],
    [512, 'Debian 13'],
    [512, 'Debian 13'],
  ]);
  expect(Object.values(interfaces).filter((row) => (row as { mtu?: number }).mtu === 9000)).toHaveLength(3);
  for (let step = 0; step < 4; step++) await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAttribute('aria-disabled', 'true');
});

test('several are aligned, spaced, grouped and put on a host; what takes more says so', async ({ page }) => {
  await selectInList(page, 'web1', 'pc1');
  const properties = page.getByRole('complementary');
  await expect(properties.getByRole('button', { name: 'Space evenly across' })).toHaveAttribute(
    'title',
    'Select three devices or notes at least.',
  );
  await properties.getByRole('button', { name: 'Align left edges' }).click();
  await expect
    .poll(async () => [
      (await device(page, 'web1').boundingBox())?.x,
      (await device(page, 'pc1').boundingBox())?.x,
    ])
    .toEqual(Array(2).fill((await device(page, 'web1').boundingBox())?.x));
  await properties.getByRole('button', { name: 'Group', exact: true }).click();
  await expect(properties.getByRole('heading', { name: 'Group' })).toBeVisible();
  await properties.getByLabel('Name').fill('front');
  await page.keyboard.press('Enter');
  await expect(properties.getByRole('button', { name: 'web1' })).toBeVisible();
  await properties.getByRole('button', { name: 'Ungroup' }).click();
  await page.locator('[data-entry="host"]').click();
  await expect(properties.getByLabel('Name')).toHaveValue('host1');
  await properties.getByLabel('Platform').fill('Hyper-V');
  await page.keyboard.press('Enter');
  await selectInList(page, 'web1', 'pc1');
  await properties.getByLabel('Runs on').selectOption('host1');
  await expect(page.locator('[data-row="pc1"]')).toContainText('host1');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Saved ${sample}.`)).toBeVisible();
  const { devices } = saved();
  expect([devices['web1']?.['on'], devices['pc1']?.['on'], devices['host1']?.['platform']]).toEqual([
    'host1',
    'host1',
    'hyperv',
  ]);
});

test('an interface without an address is offered the next free one, and a segment is addressed at once', async ({
  page,
}) => {
  const properties = page.getByRole('complementary');
  for (const id of ['web1', 'web2', 'db1']) {
    await selectInList(page, id);
    await properties.getByLabel('Addresses').fill('');
    await page.keyboard.press('Enter');
  }
  const field = properties.getByLabel('Addresses');
  await expect(field).toHaveAttribute('placeholder', /^next free: 10\.0\.10\.[0-9]+\/24$/);
  await field.fill('/24');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/^10\.0\.10\.[0-9]+\/24$/);
  await selectInList(page, 'web1');
  await properties.getByRole('button', { name: /^Use 10\.0\.10\.[0-9]+\/24/ }).click();
  await expect(properties.getByText('of 4 with an address')).toContainText('3 of 4 with an address');
  await properties.getByRole('button', { name: 'Address this segment' }).click();
  await expect(properties.getByText('of 4 with an address')).toContainText('4 of 4 with an address');
  await expect(properties.getByRole('button', { name: 'Address this segment' })).toHaveAttribute(
    'title',
    'Every interface of sw1 VLAN 10 that needs an address has one.',
  );
  // The forwards of nat1 lead to the addresses that the machines gave up.
  await expect(device(page, 'nat1').locator('.badge-error')).toHaveCount(1);
  await expect(page.locator('.badge-error')).toHaveCount(1);
});
