import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from './fixture.ts';
import { fieldsForDevice, fieldsForInterface } from '../../renderer/panels/inspector/fields-for.ts';
import { labTablesShown, tablesOf } from '../../renderer/panels/inspector/tables/tables-of.ts';
import { writeDesign } from '../../shared/file/write.ts';
import type { Field, Needed } from '../../shared/model/field.ts';
import { fields } from '../../shared/model/fields.ts';
import { everyKind as lab } from './every-kind.ts';
import { openStage, type Stage } from './stage.ts';
import { inputOf, setInput, type Value } from './typed-fields.ts';

const file = 'every.netloom.json';
/** Opens whatever is folded. */
async function unfold(page: Page): Promise<void> {
  await page.locator('.inspector details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}

/** Sets these fields one after another; gives the row that the file should have. */
async function setFields(
  page: Page,
  scope: Locator,
  table: keyof typeof fields,
  names: readonly string[],
  second = true,
): Promise<Record<string, Value>> {
  const row: Record<string, Value> = {};
  const known: Readonly<Record<string, Field & Needed>> = fields[table];
  for (const name of names) {
    const field = known[name];
    if (!field) throw new Error(`no field ${table}.${name}`);
    await unfold(page);
    row[name] = await setInput(inputOf(scope, table, name), name, field, second);
  }
  return row;
}

/** Adds a row to a table, then sets every field of it. */
async function addAndSet(
  page: Page,
  table: (typeof labTablesShown)[number],
  given: Readonly<Record<string, string>>,
): Promise<Record<string, Value>> {
  const section = page.locator(`[data-table="${table}"]`);
  await unfold(page);
  await section.locator('> .button').click();
  const needed = Object.entries<Field & Needed>(fields[table]).filter(
    ([name, field]) => field.needed && !(name in given),
  );
  await setFields(
    page,
    section.locator('form'),
    table,
    needed.map(([name]) => name),
    false,
  );
  await section.locator('form .button-primary').click();
  await expect(section.locator('form')).toHaveCount(0);
  const names = Object.keys(fields[table]).filter((name) => !(name in given));
  return { ...given, ...(await setFields(page, section.locator('.card').last(), table, names)) };
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog.commands [role="combobox"]').fill(name);
  await page.locator('dialog.commands [role="option"]').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog.commands')).toHaveCount(0);
}

type Saved = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

async function save(page: Page, stage: Stage): Promise<Saved> {
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Saved ${file}.`).first()).toBeVisible();
  return JSON.parse(readFileSync(join(stage.workspace, file), 'utf8')) as Saved;
}

/** The rows that were added. */
function added(saved: Saved, table: keyof typeof fields): unknown[] {
  return Object.entries(saved[table] ?? {}).flatMap(([id, row]) =>
    Object.hasOwn(lab[table], id) ? [] : [row],
  );
}

let stage: Stage;

test.beforeEach(async ({ page }) => {
  stage = await openStage({
    file,
    prepare: (workspace) => writeFileSync(join(workspace, file), writeDesign(lab)),
  });
  await page.goto(stage.address);
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
});

test.afterEach(() => stage.close());

for (const [id, row] of Object.entries(lab.devices)) {
  test(`every field of ${id}, of its first interface and of its tables is found in the saved file`, async ({
    page,
  }) => {
    const card = page.locator('.inspector .part .card').first();
    await goTo(page, id);
    const port = Object.keys(lab.interfaces).find((one) => lab.interfaces[one]?.device === id) ?? '';
    // A mode decides which fields there are, and so does an engine.
    const ofPort = fieldsForInterface(row).toSorted((a, b) => Number(a === 'mode') - Number(b === 'mode'));
    const early = ofPort.filter((name) => !['allowedVlans', 'nativeVlan'].includes(name));
    const late = ofPort.filter((name) => !early.includes(name));
    const interfaceRow = await setFields(page, card, 'interfaces', [...early, ...late]);
    const tables: Partial<Record<keyof typeof fields, unknown>> = {};
    for (const table of tablesOf(row)) tables[table] = [await addAndSet(page, table, { device: id })];
    const own = fieldsForDevice(row).filter((name) => name !== 'name' && name !== 'engine');
    const part = page.locator('.inspector .part').first();
    const deviceRow = await setFields(page, part, 'devices', own);
    if (fieldsForDevice(row).includes('engine'))
      Object.assign(deviceRow, await setFields(page, part, 'devices', ['engine']));
    await part.getByLabel('Name', { exact: true }).fill('renamed');
    await page.keyboard.press('Enter');
    const saved = await save(page, stage);
    expect({
      device: saved['devices']?.[id],
      port: saved['interfaces']?.[port],
      tables: Object.fromEntries(tablesOf(row).map((table) => [table, added(saved, table)])),
    }).toEqual({
      device: { ...row, ...deviceRow, name: 'renamed' },
      port: { ...lab.interfaces[port], ...interfaceRow },
      tables,
    });
  });
}

test('every field of the lab, and of every table of it, is found in the saved file', async ({ page }) => {
  const tables: Partial<Record<keyof typeof fields, unknown>> = {};
  const part = page.locator('.inspector .part').first();
  const about = await setFields(page, part, 'lab', ['name', 'description']);
  for (const table of labTablesShown) tables[table] = [await addAndSet(page, table, {})];
  const saved = await save(page, stage);
  expect({
    lab: saved['lab'],
    tables: Object.fromEntries(labTablesShown.map((table) => [table, added(saved, table)])),
  }).toEqual({ lab: { id: lab.lab['lab']?.id, ...about }, tables });
});

test('every field of a cable, a group and a note that is no place on the canvas is found in the saved file', async ({
  page,
}) => {
  const part = page.locator('.inspector .part').first();
  await page.locator('.react-flow__edge').first().focus();
  await page.keyboard.press('Enter');
  const link = await setFields(page, part, 'links', ['mtu', 'medium']);
  await goTo(page, 'old');
  await expect(page.locator('.inspector h2')).toHaveText('Group');
  const group = await setFields(page, part, 'groups', ['name']);
  await goTo(page, 'old');
  const note = await setFields(page, part, 'notes', ['text']);
  const saved = await save(page, stage);
  expect([saved['links']?.['link1'], saved['groups']?.['group1'], saved['notes']?.['note1']]).toEqual([
    { ...lab.links['link1'], ...link },
    { ...lab.groups['group1'], ...group },
    { ...lab.notes['note1'], ...note },
  ]);
});
