import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from './fixture.ts';
import { dropDevice, mounted, openStage, type Stage } from './stage.ts';

const sample = fileURLToPath(new URL('../../assets/samples/education.netloom.json', import.meta.url));
const file = 'lab.netloom.json';
const count = Object.keys(
  (JSON.parse(readFileSync(sample, 'utf8')) as { devices: Record<string, unknown> }).devices,
).length;

const prepare = (workspace: string): void => copyFileSync(sample, join(workspace, file));
const nodes = (page: Page) => page.locator('.react-flow__node');
const offer = (page: Page) => page.getByRole('region', { name: 'Unsaved work was found' });
const draftsOf = (stage: Pick<Stage, 'folder'>): string[] => {
  const folder = join(stage.folder, 'state/drafts');
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** A session that was killed with one edit unsaved. */
async function killedAfterAnEdit(page: Page, options: { readonly file?: string } = { file }): Promise<Stage> {
  const stage = await openStage({ ...options, prepare });
  await page.goto(stage.address);
  await expect(nodes(page)).toHaveCount(count);
  await dropDevice(page, 'switch', 60, 60);
  await expect(nodes(page)).toHaveCount(count + 1);
  await expect.poll(() => draftsOf(stage).length).toBe(1);
  await stage.kill();
  return stage;
}

/** Leaves a page whose session is gone; it has unsaved work, and the browser asks about that. */
async function leave(page: Page, address: string): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto(address);
}

test('after kill -9 the unsaved work is offered, recovered, and undone to the file', async ({ page }) => {
  const killed = await killedAfterAnEdit(page);
  const stage = await openStage({ ground: killed, file });
  try {
    await leave(page, stage.address);
    await expect(offer(page)).toContainText(/Unsaved work of \d.* on lab\.netloom\.json/);
    await expect(nodes(page)).toHaveCount(count);
    await offer(page).getByRole('button', { name: 'Recover' }).click();
    await expect(nodes(page)).toHaveCount(count + 1);
    await expect(offer(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Undo: Recover unsaved work' })).toBeVisible();
    // The recovered work has a draft of this session now; undone to the file it needs none.
    await expect.poll(() => draftsOf(stage).length).toBe(1);
    await page.keyboard.press('Control+z');
    await expect(nodes(page)).toHaveCount(count);
    await expect.poll(() => draftsOf(stage)).toEqual([]);
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Saved lab.netloom.json.')).toBeVisible();
    await expect.poll(() => draftsOf(stage)).toEqual([]);
  } finally {
    await stage.close();
  }
});

test('a file that moved on keeps its change: saving recovered work says so', async ({ page }) => {
  const killed = await killedAfterAnEdit(page);
  const path = join(killed.workspace, file);
  const theirs = `${readFileSync(path, 'utf8').trimEnd()}\n\n`;
  writeFileSync(path, theirs);
  const stage = await openStage({ ground: killed, file });
  try {
    await leave(page, stage.address);
    await offer(page).getByRole('button', { name: 'Recover' }).click();
    await expect(nodes(page)).toHaveCount(count + 1);
    await expect(page.getByText('lab.netloom.json was changed by another program.')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('dialog')).toContainText('The file has changed');
    expect(readFileSync(path, 'utf8')).toBe(theirs);
  } finally {
    await stage.close();
  }
});

test('a lab never saved comes back as one, and work can be kept for later or discarded', async ({ page }) => {
  const first = await openStage({ prepare });
  await page.goto(first.address);
  await dropDevice(page, 'switch', 60, 60);
  await expect.poll(() => draftsOf(first).length).toBe(1);
  await first.kill();
  const second = await openStage({ ground: first });
  await leave(page, second.address);
  await expect(offer(page)).toContainText('the lab “lab”, never saved to a file');
  await offer(page).getByRole('button', { name: 'Keep for later' }).click();
  await expect(offer(page)).toHaveCount(0);
  expect(draftsOf(second)).toHaveLength(1);
  await second.kill();
  const third = await openStage({ ground: first });
  try {
    await page.goto(third.address);
    await offer(page).getByRole('button', { name: 'Recover' }).click();
    await expect(nodes(page)).toHaveCount(1);
    await expect(page.locator('.status-file')).toHaveText('not saved to a file yet');
    await page.keyboard.press('Control+z');
    await expect(nodes(page)).toHaveCount(0);
    await expect.poll(() => draftsOf(third)).toEqual([]);
  } finally {
    await third.close();
  }
});

test('several drafts are a list; discarding one leaves the rest, and a broken one is reported and kept', async ({
  page,
}) => {
  const session = '00000000-0000-4000-8000-000000000000';
  const draft = (lab: string, writtenMs: number): string =>
    JSON.stringify({
      netloomDraft: 1,
      pid: 4_194_303,
      session,
      page: session,
      writtenMs,
      text: JSON.stringify({ netloom: 1, lab: { id: session, name: lab } }),
    });
  const stage = await openStage({
    file,
    prepare,
    state: {
      [`drafts/${session}-1.json`]: draft('older', Date.now() - 60_000),
      [`drafts/${session}-2.json`]: draft('newer', Date.now()),
      'drafts/broken.json': '{"netloomDraft": 1, "pid":',
    },
  });
  try {
    await page.goto(stage.address);
    const listed = offer(page).getByRole('listitem');
    await expect(listed).toHaveText([/newer/, /older/]);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(violations.map(({ id, nodes: found }) => [id, found.map(({ html }) => html)])).toEqual([]);
    await expect(page.getByText('should hold unsaved work, but cannot be read')).toBeVisible();
    await listed.first().getByRole('button', { name: 'Discard' }).click();
    await expect(listed).toHaveCount(2);
    await listed.first().getByRole('button', { name: 'Discard for good' }).click();
    await expect(listed).toHaveText([/older/]);
    expect(draftsOf(stage).toSorted()).toEqual([`${session}-1.json`, 'broken.json']);
  } finally {
    await stage.close();
  }
});

test('a living session is not offered its own work, and two tabs keep a draft each', async ({
  page,
  context,
}) => {
  const stage = await openStage({ file, prepare });
  try {
    await page.goto(stage.address);
    await dropDevice(page, 'switch', 60, 60);
    const other = await context.newPage();
    await other.goto(new URL('/', stage.address).href);
    await expect(nodes(other)).toHaveCount(count);
    await expect.poll(() => draftsOf(stage).length).toBe(1);
    await expect(offer(other)).toHaveCount(0);
    await dropDevice(other, 'switch', 60, 60);
    await expect.poll(() => draftsOf(stage).length).toBe(2);
    // Undone to what is saved: that tab's draft goes, the other stays.
    await other.keyboard.press('Control+z');
    await expect.poll(() => draftsOf(stage).length).toBe(1);
    // A page that is loaded again finds what it had.
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(offer(page)).toContainText('lab.netloom.json');
    await offer(page).getByRole('button', { name: 'Recover' }).click();
    await expect(nodes(page)).toHaveCount(count + 1);
  } finally {
    await stage.close();
  }
});

test('where drafts cannot be kept it is told once, and the lab is saved as ever', async ({ page }) => {
  const stage = await openStage({
    file,
    prepare: (workspace) => {
      prepare(workspace);
      mkdirSync(join(workspace, '../state'));
    },
    wrap: (command) => {
      const state = `'${command.at(-1)}/../state'`;
      return mounted(
        `mount -t tmpfs -o size=64k none ${state}; cat /dev/zero > ${state}/filler 2> /dev/null || true`,
      )(command);
    },
  });
  try {
    await page.goto(stage.address);
    await dropDevice(page, 'switch', 60, 60);
    const told = page.getByText('Unsaved work cannot be kept for the case of a crash: ENOSPC.');
    await expect(told).toBeVisible();
    await page.locator('.notice').getByRole('button', { name: 'Close' }).click();
    await dropDevice(page, 'switch', 60, 160);
    await expect(nodes(page)).toHaveCount(count + 2);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Saved lab.netloom.json.')).toBeVisible();
    await expect(told).toHaveCount(0);
  } finally {
    await stage.close();
  }
});
