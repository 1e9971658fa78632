import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from './fixture.ts';
import { dropDevice, mounted, openStage, type Stage, type StageOptions } from './stage.ts';

const sample = fileURLToPath(new URL('../../assets/samples/education.netloom.json', import.meta.url));
const bytes = readFileSync(sample);
const count = Object.keys(
  (JSON.parse(bytes.toString()) as { devices: Record<string, unknown> }).devices,
).length;
const file = 'lab.netloom.json';

const nodes = (page: Page) => page.locator('.react-flow__node');
const dialog = (page: Page) => page.getByRole('dialog');
const changed = (page: Page) => page.getByText('lab.netloom.json was changed by another program.');

async function open(page: Page, options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage({
    file,
    prepare: (workspace) => copyFileSync(sample, join(workspace, file)),
    ...options,
  });
  await page.goto(stage.address);
  await expect(nodes(page)).toHaveCount(count);
  return stage;
}

async function edit(page: Page): Promise<void> {
  await dropDevice(page, 'switch', 60, 60);
  await expect(nodes(page)).toHaveCount(count + 1);
}

/** A file as the program sees it. */
const seenBy = (stage: Stage, name: string): Buffer =>
  readFileSync(join(`/proc/${stage.pid}/root`, stage.workspace, name));

/** What another program makes of the lab: it has another name. */
function changedElsewhere(stage: Stage): string {
  const lab = JSON.parse(bytes.toString()) as { lab: { name: string } };
  lab.lab.name = 'Theirs';
  const text = `${JSON.stringify(lab, undefined, 2)}\n`;
  writeFileSync(join(stage.workspace, file), text);
  return text;
}

test('a change on disk is told, and loaded when its person says so', async ({ page }) => {
  const stage = await open(page);
  try {
    changedElsewhere(stage);
    await expect(changed(page)).toBeVisible();
    await expect(page.getByLabel('Name of the lab')).toHaveValue('Education lab');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByLabel('Name of the lab')).toHaveValue('Theirs');
    await expect(changed(page)).toHaveCount(0);
  } finally {
    await stage.close();
  }
});

test('a change on disk while edits are unsaved loses neither: reloading asks, saving asks', async ({
  page,
}) => {
  const stage = await open(page);
  const path = join(stage.workspace, file);
  try {
    await edit(page);
    const theirs = changedElsewhere(stage);
    await expect(changed(page)).toBeVisible();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(dialog(page)).toContainText('This lab is not saved');
    await dialog(page).getByRole('button', { name: 'Keep editing' }).click();
    await expect(nodes(page)).toHaveCount(count + 1);
    await page.keyboard.press('Control+s');
    await expect(dialog(page)).toContainText('The file has changed');
    expect(readFileSync(path, 'utf8')).toBe(theirs);
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    expect(readFileSync(path, 'utf8')).toBe(theirs);
    await page.keyboard.press('Control+s');
    await dialog(page).getByRole('button', { name: 'Overwrite' }).click();
    await expect(page.getByText('Saved lab.netloom.json.')).toBeVisible();
    expect(readFileSync(path, 'utf8')).toContain('Education lab');
    await expect(changed(page)).toHaveCount(0);
  } finally {
    await stage.close();
  }
});

test('a file that was deleted is told, and saving puts it back', async ({ page }) => {
  const stage = await open(page);
  const path = join(stage.workspace, file);
  try {
    rmSync(path);
    await expect(page.getByText('lab.netloom.json was deleted or moved.')).toBeVisible();
    await page.getByRole('button', { name: 'Save again' }).click();
    await expect(page.getByText('Saved lab.netloom.json.')).toBeVisible();
    expect(existsSync(path)).toBe(true);
    await expect(page.getByText('was deleted or moved.')).toHaveCount(0);
  } finally {
    await stage.close();
  }
});

test('a folder that is gone is named, the edits stay, and another folder takes them', async ({ page }) => {
  const stage = await open(page, {
    file: `below/${file}`,
    prepare(workspace) {
      mkdirSync(join(workspace, 'below'));
      copyFileSync(sample, join(workspace, 'below', file));
    },
  });
  try {
    await edit(page);
    rmSync(join(stage.workspace, 'below'), { recursive: true });
    await page.keyboard.press('Control+s');
    await expect(
      page.getByText('below/lab.netloom.json was not saved: its folder is no longer there.'),
    ).toBeVisible();
    await saveElsewhere(page, stage);
  } finally {
    await stage.close();
  }
});

async function saveElsewhere(page: Page, stage: Stage): Promise<void> {
  await expect(nodes(page)).toHaveCount(count + 1);
  await page.keyboard.press('Control+Shift+s');
  await page.getByLabel('File name').fill('elsewhere');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved elsewhere.netloom.json.')).toBeVisible();
  const saved = JSON.parse(readFileSync(join(stage.workspace, 'elsewhere.netloom.json'), 'utf8')) as {
    devices: Record<string, unknown>;
  };
  expect(Object.keys(saved.devices)).toHaveLength(count + 1);
}

test('a full disk is named, the file is as it was to the byte, and another place takes the edits', async ({
  page,
}) => {
  const stage = await open(page, {
    file: `full/${file}`,
    prepare(workspace) {
      mkdirSync(join(workspace, 'full'));
      copyFileSync(sample, join(workspace, 'full', file));
    },
    wrap: (command) => {
      const labs = command.at(-1) ?? '';
      return mounted(
        `cp '${labs}/full/${file}' '${labs}/kept'; mount -t tmpfs -o size=64k none '${labs}/full'; ` +
          `mv '${labs}/kept' '${labs}/full/${file}'; cat /dev/zero > '${labs}/full/filler' 2> /dev/null || true`,
      )(command);
    },
  });
  try {
    await edit(page);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('full/lab.netloom.json was not saved: the disk is full.')).toBeVisible();
    expect(seenBy(stage, `full/${file}`).equals(bytes)).toBe(true);
    await saveElsewhere(page, stage);
    expect(seenBy(stage, `full/${file}`).equals(bytes)).toBe(true);
  } finally {
    await stage.close();
  }
});

test('a folder that may not be written says so when a lab of it is saved', async ({ page }) => {
  const stage = await open(page, {
    file: `locked/${file}`,
    prepare(workspace) {
      mkdirSync(join(workspace, 'locked'));
      copyFileSync(sample, join(workspace, 'locked', file));
    },
    wrap: (command) => {
      const folder = `'${command.at(-1)}/locked'`;
      return mounted(`mount --bind ${folder} ${folder}; mount -o remount,bind,ro ${folder}`)(command);
    },
  });
  try {
    await edit(page);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('it or its folder may not be written (EROFS)')).toBeVisible();
    await saveElsewhere(page, stage);
    expect(seenBy(stage, `locked/${file}`).equals(bytes)).toBe(true);
  } finally {
    await stage.close();
  }
});

for (const [name, options] of [
  ['a session with --read-only', { args: ['--read-only'] }],
  [
    'a workspace that may not be written',
    {
      wrap: (command: readonly string[]) => {
        const folder = `'${command.at(-1)}'`;
        return mounted(`mount --bind ${folder} ${folder}; mount -o remount,bind,ro ${folder}`)(command);
      },
    },
  ],
] satisfies [string, StageOptions][]) {
  test(`${name} draws and checks, and says that it cannot save`, async ({ page }) => {
    const stage = await open(page, options);
    try {
      await expect(page.getByText('Nothing can be saved here')).toBeVisible();
      const save = page.getByRole('button', { name: 'Save (Ctrl+S)' });
      await expect(save).toHaveAttribute('aria-disabled', 'true');
      await expect(save).toHaveAttribute('title', /This session may not save/);
      await edit(page);
      await page.keyboard.press('Control+s');
      await expect(page.getByText('This session may not save.')).toBeVisible();
      expect(readFileSync(join(stage.workspace, file)).equals(bytes)).toBe(true);
    } finally {
      await stage.close();
    }
  });
}

test('saving under the name of another lab asks, and replaces it only then', async ({ page }) => {
  const stage = await open(page, {
    prepare(workspace) {
      copyFileSync(sample, join(workspace, file));
      writeFileSync(join(workspace, 'other.netloom.json'), 'other\n');
    },
  });
  const other = join(stage.workspace, 'other.netloom.json');
  try {
    await page.keyboard.press('Control+Shift+s');
    await page.getByLabel('File name').fill('other');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(dialog(page)).toContainText('There is such a file already');
    expect(readFileSync(other, 'utf8')).toBe('other\n');
    await dialog(page).getByRole('button', { name: 'Replace' }).click();
    await expect(page.getByText('Saved other.netloom.json.')).toBeVisible();
    expect(readFileSync(other, 'utf8')).toContain('Education lab');
  } finally {
    await stage.close();
  }
});

test('unsaved edits are saved from the question about them, which then goes on', async ({ page }) => {
  const stage = await open(page);
  try {
    await edit(page);
    await page.getByRole('button', { name: 'New lab' }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(nodes(page)).toHaveCount(0);
    expect(readFileSync(join(stage.workspace, file)).equals(bytes)).toBe(false);
  } finally {
    await stage.close();
  }
});

test('a lab file dropped on the window opens, and another file is named', async ({ page }) => {
  const stage = await open(page);
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([called, words]) => {
        const data = new DataTransfer();
        data.items.add(new File([words ?? ''], called ?? ''));
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        );
      },
      [name, text],
    );
  try {
    await drop('notes.txt', 'x');
    await expect(page.getByText('notes.txt is not a lab file.')).toBeVisible();
    await drop(
      'one.netloom.json',
      '{"netloom":1,"lab":{"id":"5f0e0f6e-6c0f-4b43-9d0c-7f6b0e2c9a11","name":"one"}}',
    );
    await expect(page.getByLabel('Name of the lab')).toHaveValue('one');
    await expect(page.locator('.status-file')).toHaveText('not saved to a file yet');
  } finally {
    await stage.close();
  }
});
