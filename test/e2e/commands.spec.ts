import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from './fixture.ts';
import { commandEnglish } from '../../shared/messages/commands.en.ts';
import { commandList, type CommandId } from '../../shared/contract/commands.ts';
import { largeLab } from './large-lab.ts';
import { device, openStage, type Stage } from './stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = 'education.netloom.json';
const dialog = 'dialog.commands';
const field = `${dialog} [role="combobox"]`;

let stage: Stage;

test.beforeEach(async () => {
  stage = await openStage({
    prepare: (workspace) => {
      copyFileSync(join(root, 'assets/samples', sample), join(workspace, sample));
      writeFileSync(join(workspace, 'large.netloom.json'), largeLab(2000));
    },
  });
});

test.afterEach(() => stage.close());

/** Opens the page with no lab, or with one of the workspace. */
async function open(page: Page, file?: string): Promise<void> {
  if (page.url() === 'about:blank') {
    page.on('dialog', (question) => void question.accept());
    await page.goto(stage.address);
  } else await page.reload();
  await expect(page.locator('.status-bar')).toBeVisible();
  if (file === undefined) return;
  await page.keyboard.press('Control+o');
  await page.locator('.file-entry', { hasText: file }).click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
}

/** The lab as it was opened again, nothing selected, no dialog. */
async function begin(page: Page, file: string | undefined): Promise<void> {
  for (let left = 3; left > 0 && (await page.locator('dialog').count()) > 0; left--) {
    await page.keyboard.press('Escape');
  }
  const undo = page.getByRole('button', { name: /^Undo/ });
  for (let left = 5; left > 0 && (await undo.isEnabled()); left--) await undo.click();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Escape');
  if ((await page.locator('.react-flow__node').count()) === (file === undefined ? 0 : 7)) return;
  await open(page, file);
}

function option(page: Page, key: string) {
  return page.locator(`[role="option"][id$="${key}"]`);
}

async function chosenFrom(page: Page, command: CommandId) {
  await page.keyboard.press('Control+k');
  await page.locator(field).fill(commandEnglish[`command/${command}`]);
  return option(page, `command-${command}`);
}

/** All that a person could see, and where the focus is. */
function picture(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { outerHTML } = document.documentElement;
    return `${outerHTML} ${document.activeElement?.outerHTML.slice(0, 200)}`;
  });
}

/** What is as it was where the lab is as wanted already, or shows only later. */
const quiet: ReadonlySet<CommandId> = new Set([
  'new',
  'copy',
  'select-all',
  'select-none',
  'zoom-reset',
  'show-all',
  'show-selection',
  'theme-light',
  'theme-dark',
  'theme-system',
]);

/** What is switched on and off says in the palette how it stands. */
const switches: ReadonlySet<CommandId> = new Set(['snap', 'minimap', 'palette', 'inspector']);

const states = [
  { name: 'an empty lab' },
  { name: 'a lab', file: sample },
  { name: 'a lab with everything selected', file: sample, all: true },
] as const;

for (const state of states) {
  test(`every command of the palette does something to ${state.name}, or says why not`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    const silent: string[] = [];
    const blocked: string[] = [];
    const file = 'file' in state ? state.file : undefined;
    await open(page, file);
    for (const { id } of commandList) {
      await begin(page, file);
      if ('all' in state) await page.keyboard.press('Control+a');
      const before = await picture(page);
      const one = await chosenFrom(page, id);
      const isBlocked = (await one.getAttribute('aria-disabled')) === 'true';
      const stood = await one.innerText();
      // What is disabled is chosen all the same, to be told why.
      await one.click({ force: true });
      if (isBlocked) {
        blocked.push(id);
        const why = await page.locator(`${dialog} [role="status"]`).textContent();
        expect(why, `${id} says why`).toMatch(/^[A-Z].*\.$/);
        await expect(page.locator(dialog), `${id} keeps the palette open`).toBeVisible();
        continue;
      }
      if (switches.has(id)) {
        const after = await (await chosenFrom(page, id)).innerText();
        if (after === stood) silent.push(id);
        await page.keyboard.press('Escape');
      } else if (!quiet.has(id)) {
        const changed = await expect
          .poll(() => picture(page), { timeout: 2000 })
          .not.toBe(before)
          .then(
            () => true,
            () => false,
          );
        if (!changed) silent.push(id);
      }
      if (id !== 'command-palette' && id !== 'find') {
        await expect(page.locator(dialog), `${id} closes the palette`).toHaveCount(0);
      }
    }
    expect(silent, 'commands that did nothing').toEqual([]);
    expect(complaints).toEqual([]);
    expect(blocked.includes('select-all'), 'an empty lab blocks what needs a device').toBe(
      !('file' in state),
    );
    expect(blocked.includes('align-left'), 'without a selection nothing is aligned').toBe(!('all' in state));
  });
}

test('things are found by name, address, MAC, kind and VLAN, and chosen with the keyboard', async ({
  page,
}) => {
  await open(page, sample);
  await device(page, 'web1').click();
  await page.getByRole('complementary').locator('.card summary').first().click();
  await page.getByLabel('MAC address').fill('08:00:27:12:34:56');
  await page.keyboard.press('Enter');
  const finds = async (query: string, name: string) => {
    await page.keyboard.press('Control+f');
    await page.locator(field).fill(query);
    await expect(page.locator(dialog).getByRole('option').first(), query).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(page.locator(dialog)).toHaveCount(0);
  };
  await finds('0800271234', 'web1');
  await expect(page.getByRole('complementary').getByLabel('Name')).toHaveValue('web1');
  await finds('10.0.20.12', 'pc2');
  await expect(page.getByRole('complementary').getByLabel('Name')).toHaveValue('pc2');
  await finds('SWITCH', 'sw1');
  await finds('10.0.10.0/24', '10.0.10.0/24');
  await expect(page.getByRole('complementary').getByRole('heading').first()).toContainText('selected');
  await finds('vlan 20', 'VLAN 20');
  await page.keyboard.press('Control+f');
  await expect(option(page, 'command-undo')).toHaveCount(0);
});

test('what cannot be done says why and stays open; what can be done comes first, the latest before it', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('Control+Shift+p');
  await page.locator(field).fill('undo');
  await expect(page.locator(dialog).getByRole('option').first()).toContainText('There is nothing to undo.');
  await page.keyboard.press('Enter');
  await expect(page.locator(`${dialog} [role="status"]`)).toHaveText('There is nothing to undo.');
  await page.locator(field).fill('no such thing');
  await expect(page.locator('.commands-none')).toContainText('Nothing is called “no such thing”.');
  await page.locator(field).fill('add switch');
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__node')).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await expect(page.locator(dialog).getByRole('option').first()).toContainText('Add a switch');
  await expect(page.locator(field)).toHaveAttribute(
    'aria-activedescendant',
    (await page.locator(dialog).getByRole('option').first().getAttribute('id')) ?? '',
  );
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(dialog).getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+k');
  await expect(page.locator(dialog)).toHaveCount(0);
});

test('several devices are added at once in English and in Chinese, each time as one step', async ({
  page,
}) => {
  await open(page);
  const add = async (query: string, words: string) => {
    await page.keyboard.press('Control+k');
    await page.locator(field).fill(query);
    await expect(page.locator(dialog).getByRole('option').first()).toContainText(words);
    await page.keyboard.press('Enter');
  };
  await add('5 virtual machines', 'Add 5 × Virtual machine');
  await expect(page.locator('.react-flow__node')).toHaveCount(5);
  await expect(page.getByRole('heading', { name: '5 selected' })).toBeVisible();
  await page.locator('.preferences select').last().selectOption('zh-CN');
  await page
    .locator('.canvas')
    .focus()
    .catch(() => undefined);
  await add('3 台虚拟机', '添加 3 × 虚拟机');
  await expect(page.locator('.react-flow__node')).toHaveCount(8);
  await add('undo', '撤销');
  await expect(page.locator('.react-flow__node')).toHaveCount(5);
  await add('撤销', '撤销');
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
  await page.locator('.preferences select').last().selectOption('en');
});

test('a lab of 2,000 devices is looked through while one types', async ({ page }) => {
  await open(page, 'large.netloom.json');
  await page.keyboard.press('Control+k');
  await expect(page.locator(field)).toBeVisible();
  await page.locator(field).fill('vm');
  await expect(page.locator(dialog).getByRole('option')).toHaveCount(50);
  await expect(page.locator(`${dialog} [role="status"]`)).toContainText('… and 19');
});
