import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixture.ts';
import { device, openStage } from './stage.ts';

const sample = fileURLToPath(new URL('../../assets/samples/education.netloom.json', import.meta.url));
const file = 'lab.netloom.json';

test('a machine that is cut and pasted is the same one; pasted again it is another; undo leads back', async ({
  page,
}) => {
  const stage = await openStage({
    file,
    prepare: (workspace) => copyFileSync(sample, join(workspace, file)),
  });
  const save = async (): Promise<string> => {
    await page.keyboard.press('Control+s');
    await expect(page.locator('.notice-ok')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.notice-ok')).toHaveCount(0);
    return readFileSync(join(stage.workspace, file), 'utf8');
  };
  try {
    await page.goto(stage.address);
    await expect(device(page, 'web1')).toBeVisible();
    const nodes = page.locator('.react-flow__node');
    const count = await nodes.count();
    const before = await save();
    await device(page, 'web1').click();
    await page.keyboard.press('Control+x');
    await expect(device(page, 'web1')).toHaveCount(0);
    await page.keyboard.press('Control+v');
    await expect(device(page, 'web1')).toBeVisible();
    expect(await save()).toBe(before);
    await page.keyboard.press('Control+v');
    await expect(nodes).toHaveCount(count + 1);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(device(page, 'web1')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    expect(await save()).toBe(before);
  } finally {
    await stage.close();
  }
});
