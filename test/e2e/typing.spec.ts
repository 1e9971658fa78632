import { expect, type Page, test } from './fixture.ts';
import { openLab, saved, undoAll } from './hands.ts';
import { device } from './stage.ts';

const lab = {
  devices: { web1: { kind: 'vm', name: 'web1' }, db1: { kind: 'vm', name: 'db1' } },
  positions: { web1: { x: 0, y: 0 }, db1: { x: 240, y: 0 } },
  notes: { note1: { text: 'first', x: 0, y: 200, width: 200, height: 96 } },
};

const nameField = (page: Page) => page.getByRole('complementary').locator('[data-name-field]');
const note = (page: Page) => page.locator('.note');
const typing = (page: Page) => page.locator('.note textarea');
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });

/** An input method shows what it would put in, and the key that it takes for itself reaches the page. */
async function compose(page: Page, text: string, ...keys: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  for (const key of keys) {
    await page.evaluate((pressed) => {
      const is = { key: pressed, keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', is));
    }, key);
  }
}

test('Enter, Escape and letters of an input method are its own', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    await device(page, 'web1').click();
    await nameField(page).fill('');
    await compose(page, 'fuwuqi', 'Enter', 'Escape');
    await expect(nameField(page)).toHaveValue('fuwuqi');
    await expect(undo(page)).toBeDisabled();
    // Put in, the words are words, and the keys are the field's again.
    await page.keyboard.insertText('server');
    await page.keyboard.press('Escape');
    await expect(nameField(page)).toHaveValue('web1');

    await note(page).dblclick();
    await compose(page, 'wang', 'Escape');
    await expect(typing(page)).toHaveValue('firstwang');
    await page.keyboard.insertText(' net');
    await page.keyboard.press('Escape');
    await expect(note(page)).toHaveText('first net');

    // A stray key of an input method on the canvas removes nothing and opens nothing.
    await device(page, 'web1').click();
    await page.keyboard.press('c');
    await compose(page, 'db', 'Enter', 'Escape');
    await expect(page.locator('.cabling input')).toHaveValue('db');
    await page.keyboard.insertText('db');
    await page.keyboard.press('Escape');
    await expect(page.locator('.cabling input')).toHaveCount(0);
    await device(page, 'web1').focus();
    await compose(page, '', 'Delete', 'ArrowRight', '?');
    await expect(device(page, 'web1')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await undoAll(page)).toBe(1);
  } finally {
    await stage.close();
  }
});

test('Escape leaves a note with the words that were typed, and an empty one goes', async ({ page }) => {
  const stage = await openLab(page, lab);
  try {
    await note(page).dblclick();
    await page.keyboard.type(' and second');
    await page.keyboard.press('Escape');
    await expect(note(page)).toHaveText('first and second');
    await expect(page.locator('.react-flow__node-note')).toBeFocused();
    await page.locator('[data-entry="note"]').click();
    await expect(typing(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(note(page)).toHaveCount(1);
    expect(await undoAll(page)).toBe(1);
  } finally {
    await stage.close();
  }
});

for (const what of ['a field', 'a note'] as const) {
  test(`what is half typed into ${what} is asked about, committed when the page is hidden and before another lab is opened`, async ({
    page,
  }) => {
    const stage = await openLab(page, lab);
    const type = async (text: string): Promise<void> => {
      if (what === 'a field') {
        await device(page, 'web1').click();
        await nameField(page).fill(text);
      } else {
        await note(page).dblclick();
        await typing(page).fill(text);
      }
    };
    try {
      await type('half-typed');
      const questions: string[] = [];
      page.once('dialog', (dialog) => {
        questions.push(dialog.type());
        void dialog.dismiss();
      });
      await page.evaluate(() => location.reload()).catch(() => undefined);
      await expect.poll(() => questions).toEqual(['beforeunload']);
      expect(await saved(page, stage)).toContain('half-typed');

      await type('again-typed');
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await expect(undo(page)).toBeEnabled();
      await page.keyboard.press('Control+s');

      await type('then-open');
      await page.keyboard.press('Control+o');
      await expect(page.getByRole('dialog')).toContainText('not saved');
    } finally {
      await stage.close();
    }
  });
}
