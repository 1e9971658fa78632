import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { walkThread } from '../e2e/thread.ts';
import { openPacked } from './app.ts';
import { unpacked } from './made.ts';

const empty = '{"netloom": 1, "lab": {"id": "5f0e0f6e-6c0f-4b43-9d0c-7f6b0e2c9a11", "name": "empty"}}\n';

test('in the packed app, a lab drawn by hand is checked, mended, saved, built in VirtualBox and removed again', async () => {
  // The dialogs of the system are not to be had here: nothing may look into a packed app. So the lab has its file already.
  const app = await openPacked(join(unpacked, 'netloom'), {
    file: 'thread.netloom.json',
    prepare: (workspace) => writeFileSync(join(workspace, 'thread.netloom.json'), empty),
  });
  const { page } = app;
  try {
    await expect(page.getByText('thread.netloom.json')).toBeVisible();
    await walkThread(page, app, () => page.keyboard.press('Control+s'));
    expect(app.problems).toEqual([]);
  } finally {
    await app.close();
  }
});
