import { expect, test } from './fixture.ts';
import { openStage } from './stage.ts';
import { walkThread } from './thread.ts';

test('a lab drawn by hand is checked, mended, saved, built in VirtualBox and removed again', async ({
  page,
}) => {
  const stage = await openStage();
  const problems: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  try {
    await page.goto(stage.address);
    await walkThread(page, stage);
    expect(problems).toEqual([]);
  } finally {
    await stage.close();
  }
});
