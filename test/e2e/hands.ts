import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { openStage, type Stage } from './stage.ts';

const file = 'lab.netloom.json';

/** A lab file of its own as the designer opens it, with what a test needs in its tables. */
export interface DrawnLab {
  readonly devices?: Readonly<Record<string, object>>;
  readonly interfaces?: Readonly<Record<string, object>>;
  readonly nat?: Readonly<Record<string, object>>;
  readonly positions?: Readonly<Record<string, object>>;
  readonly groups?: Readonly<Record<string, object>>;
  readonly notes?: Readonly<Record<string, object>>;
}

/** Opens a lab, and saves it once, so that the file is as Netloom writes it. */
export async function openLab(page: Page, lab: DrawnLab): Promise<Stage> {
  const id = '1f7c2a52-5a7e-4a43-9d0c-7f6b0e2c9a11';
  const text = JSON.stringify({ netloom: 1, lab: { id, name: 'lab' }, ...lab });
  const stage = await openStage({
    file,
    prepare: (workspace) => writeFileSync(join(workspace, file), text),
  });
  await page.goto(stage.address);
  const things = Object.keys(lab.devices ?? {}).length + Object.keys(lab.notes ?? {}).length;
  await expect(page.locator('.react-flow__node:not(.react-flow__node-group)')).toHaveCount(things);
  await page.keyboard.press('0');
  await saved(page, stage);
  return stage;
}

/** Saves, and gives the text of the file. */
export async function saved(page: Page, stage: Stage): Promise<string> {
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Saved ${file}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).first().click();
  return readFileSync(join(stage.workspace, file), 'utf8');
}

/** A row of the lab as it is in the file now; undefined when there is none. */
export async function savedRow(page: Page, stage: Stage, table: string, row: string): Promise<unknown> {
  const lab = JSON.parse(await saved(page, stage)) as Record<string, Record<string, unknown> | undefined>;
  return lab[table]?.[row];
}

/** Presses on a place of an element, given from its top left corner, and moves the hand so far; let go with `mouse.up`. */
export async function grab(
  page: Page,
  what: Locator,
  by: { readonly x: number; readonly y: number },
  at = { x: 30, y: 14 },
): Promise<void> {
  const box = await what.boundingBox();
  if (!box) throw new Error('nothing to drag');
  await page.mouse.move(box.x + at.x, box.y + at.y);
  await page.mouse.down();
  await page.mouse.move(box.x + at.x + by.x / 2, box.y + at.y + by.y / 2, { steps: 5 });
  await page.mouse.move(box.x + at.x + by.x, box.y + at.y + by.y, { steps: 5 });
}

export async function drag(
  page: Page,
  what: Locator,
  by: { readonly x: number; readonly y: number },
): Promise<void> {
  await grab(page, what, by);
  await page.mouse.up();
}

/** Undoes everything and counts the steps. */
export async function undoAll(page: Page): Promise<number> {
  const undo = page.getByRole('button', { name: /^Undo/ });
  let count = 0;
  for (; (await undo.isEnabled()) && count < 50; count++) await undo.click();
  return count;
}
