import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { dropDevice, prepareGround } from '../e2e/stage.ts';
import { parts } from '../setup/parts.ts';
import { answerQuestions, asked, chooseInDialogs, openShell, root, type Shell } from './shell.ts';

const sample = join(root, 'assets/samples/education.netloom.json');
const file = 'lab.netloom.json';
const devicesIn = (path: string): number =>
  Object.keys((JSON.parse(readFileSync(path, 'utf8')) as { devices: Record<string, unknown> }).devices)
    .length;
const count = devicesIn(sample);

const open = (ground?: Shell): Promise<Shell> =>
  openShell({
    file,
    prepare: (workspace) => copyFileSync(sample, join(workspace, file)),
    ...(ground && { ground }),
  });

async function edit({ page }: Shell): Promise<void> {
  await expect(page.locator('.react-flow__node')).toHaveCount(count);
  await dropDevice(page, 'switch', 60, 60);
  await expect(page.locator('.react-flow__node')).toHaveCount(count + 1);
}

const closeWindow = ({ app }: Shell): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

function ended({ app }: Shell): Promise<void> {
  const main = app.process();
  return new Promise((done) => {
    if (main.exitCode !== null || main.signalCode !== null) done();
    else main.once('exit', () => done());
  });
}

const draftsOf = (shell: Shell): string[] => {
  const folder = join(shell.folder, 'state/drafts');
  return existsSync(folder) ? readdirSync(folder) : [];
};

test('closing with unsaved edits asks: cancelled it stays, saved it is in the file', async () => {
  const shell = await open();
  const path = join(shell.workspace, file);
  try {
    await edit(shell);
    await answerQuestions(shell, ['Cancel']);
    await closeWindow(shell);
    await expect.poll(() => asked(shell)).toEqual(['This lab is not saved']);
    await expect(shell.page.locator('.react-flow__node')).toHaveCount(count + 1);
    expect(devicesIn(path)).toBe(count);
    await answerQuestions(shell, ['Save']);
    const gone = ended(shell);
    await closeWindow(shell);
    await gone;
    expect([devicesIn(path), draftsOf(shell)]).toEqual([count + 1, []]);
  } finally {
    await shell.close();
  }
});

test('discarded edits leave the file and no draft', async () => {
  const shell = await open();
  try {
    await edit(shell);
    await expect.poll(() => draftsOf(shell).length).toBe(1);
    await answerQuestions(shell, ['Discard']);
    const gone = ended(shell);
    await closeWindow(shell);
    await gone;
    expect([devicesIn(join(shell.workspace, file)), draftsOf(shell)]).toEqual([count, []]);
  } finally {
    await shell.close();
  }
});

test('quitting asks for a lab never saved, saves it where its person says, and goes on', async () => {
  const shell = await open();
  const { page } = shell;
  try {
    await expect(page.locator('.react-flow__node')).toHaveCount(count);
    await page.getByRole('button', { name: 'New lab' }).click();
    await expect(page.locator('.react-flow__node')).toHaveCount(0);
    await dropDevice(page, 'switch', 60, 60);
    await answerQuestions(shell, ['Save', 'Save']);
    await chooseInDialogs(shell, {});
    await shell.app.evaluate(({ app }) => app.quit());
    await expect.poll(() => asked(shell)).toEqual(['This lab is not saved']);
    await expect(page.locator('.react-flow__node')).toHaveCount(1);
    const elsewhere = join(shell.folder, 'elsewhere');
    await chooseInDialogs(shell, { save: elsewhere });
    const gone = ended(shell);
    await shell.app.evaluate(({ app }) => app.quit());
    await gone;
    expect(devicesIn(`${elsewhere}.netloom.json`)).toBe(1);
  } finally {
    await shell.close();
  }
});

test('after SIGKILL the window offers the unsaved work, and undo leads back to the file', async () => {
  const killed = await open();
  await edit(killed);
  await expect.poll(() => draftsOf(killed).length).toBe(1);
  await killed.kill();
  const shell = await open(killed);
  try {
    const { page } = shell;
    const nodes = page.locator('.react-flow__node');
    const offer = page.getByRole('region', { name: 'Unsaved work was found' });
    await expect(offer).toContainText(/Unsaved work of \d.* on lab\.netloom\.json/);
    await expect(nodes).toHaveCount(count);
    await offer.getByRole('button', { name: 'Recover' }).click();
    await expect(nodes).toHaveCount(count + 1);
    await page.keyboard.press('Control+z');
    await expect(nodes).toHaveCount(count);
    await expect.poll(() => draftsOf(shell)).toEqual([]);
    expect(shell.problems).toEqual([]);
  } finally {
    await shell.close();
  }
});

test('a page that crashes is loaded again, and offers its unsaved work', async () => {
  const shell = await open();
  try {
    await edit(shell);
    await expect.poll(() => draftsOf(shell).length).toBe(1);
    // What is asked of a page while it crashes is never answered.
    const inPage = (script: string) =>
      shell.app.evaluate(
        ({ BrowserWindow }, code) =>
          Promise.race([
            BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<unknown>,
            new Promise((late) => setTimeout(() => late('no answer'), 2000)),
          ]),
        script,
      );
    await shell.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect
      .poll(() => inPage("document.querySelector('.draft-offer p')?.textContent ?? ''").catch(String), {
        timeout: 30_000,
      })
      .toMatch(/^Unsaved work of .* on lab\.netloom\.json$/);
    await inPage("document.querySelector('.draft-offer button').click()");
    await expect.poll(() => inPage("document.querySelectorAll('.react-flow__node').length")).toBe(count + 1);
  } finally {
    await shell.close();
  }
});

test('quitting or closing during an apply asks: it keeps running, or ends after its step and the window with it', async () => {
  const box = parts().virtualbox;
  expect(box, 'VirtualBox is there (npm run setup)').toBeTruthy();
  const ground = prepareGround({
    prepare: (workspace) => copyFileSync(sample, join(workspace, file)),
  });
  // Slow enough to be closed over: the program itself, with a pause before each machine.
  const slow = join(ground.folder, 'VBoxManage');
  writeFileSync(
    slow,
    `#!/bin/sh\ncase " $* " in *" createvm "*) sleep 1.5;; esac\nexec '${box?.wrapper}' "$@"\n`,
  );
  chmodSync(slow, 0o755);
  const env = { ...ground.env, VBOXMANAGE: slow };
  execFileSync(slow, ['setproperty', 'machinefolder', join(ground.folder, 'machines')], { env });
  const shell = await openShell({ file, ground: { ...ground, env } });
  const { page } = shell;
  try {
    await expect(page.locator('.react-flow__node')).toHaveCount(count);
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Apply [0-9]+ changes$/ }).click({ timeout: 30_000 });
    await expect(dialog.getByRole('button', { name: 'Stop', exact: true })).toBeEnabled();
    await answerQuestions(shell, ['Keep running', 'Stop after this step, then close']);
    await shell.app.evaluate(({ app }) => app.quit());
    await expect.poll(() => asked(shell)).toEqual(['This lab is being applied']);
    expect(page.isClosed()).toBe(false);
    const gone = ended(shell);
    await closeWindow(shell);
    await gone;
    // It stopped on the way: some machines are there, not all that the lab has.
    const machines = execFileSync(slow, ['list', 'vms'], { env, encoding: 'utf8' }).trim();
    expect(machines === '' ? 0 : machines.split('\n').length).toBeLessThan(5);
  } finally {
    await shell.close();
  }
});
