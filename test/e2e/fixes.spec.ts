import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { expect, test } from './fixture.ts';
import { openStage } from './stage.ts';

const lab = `
  vm web1 10.0.10.11/24 mac=01:00:5e:00:00:01
  vm web2 10.0.10.11/24
  switch lan
  web1 -- lan
  web2 -- lan
  subnet 10.0.10.5/24
`;

test('a fix is seen on the canvas before it is made, and all safe ones are made as one step', async ({
  page,
}) => {
  const file = 'lab.netloom.json';
  const stage = await openStage({
    file,
    prepare: (workspace) => writeFileSync(join(workspace, file), writeDesign(sketchDesign(lab))),
  });
  try {
    await page.goto(stage.address);
    await expect(page.locator('.react-flow__node')).toHaveCount(3);
    await page.keyboard.press('F8');
    const twice = page.locator('.problem', { hasText: '10.0.10.11' }).first();
    await twice.locator('.fix').first().hover();
    await expect(page.locator('.preview')).toHaveText(
      /eth0 · Addresses10\.0\.10\.11\/24(10\.0\.10\.[0-9]+)\/24/,
    );
    await twice.locator('.problem-words').hover();
    await expect(page.locator('.preview')).toHaveCount(0);
    // By keyboard the same is seen.
    await twice.locator('.fix button').first().focus();
    await expect(page.locator('.preview')).toHaveCount(1);

    const all = page.getByRole('button', { name: /^Fix all that is safe \([0-9]+\)$/ });
    await all.click();
    await expect(page.getByText(/^Fixed [0-9]+ problems? as one step/)).toBeVisible();
    await expect(all).toHaveCount(0);
    await expect(page.locator('.problem', { hasText: 'web1 and web2' })).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(all).toHaveCount(1);
    await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAttribute('aria-disabled', 'true');
  } finally {
    await stage.close();
  }
});
