import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from './fixture.ts';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { writeDesign } from '../../shared/file/write.ts';
import type { Design } from '../../shared/model/design.ts';
import { cutTexts } from './cut.ts';
import { openStage, type Stage } from './stage.ts';

const file = 'words.netloom.json';
const sketch = sketchDesign(`
host host1
vm web1 10.0.10.11/24 memoryMiB=1024
vm a-machine-with-a-name-of-forty-characters 10.0.10.12/24
switch sw1
router r1 10.0.10.254/24
router nat1 10.0.10.1/24 engine=nat
internet net1
web1 -- sw1 vlan=10
a-machine-with-a-name-of-forty-characters -- sw1 vlan=10
r1 -- sw1 mode=trunk
nat1 -- sw1 vlan=10
nat nat1 tcp 127.0.0.1:8080 -> 10.0.10.11:80
subnet 10.0.10.0/24 gateway=10.0.10.1 name=servers vlan=10
vlan 10 name=servers
zone inner 50
route r1 0.0.0.0/0 via=10.0.10.1
route web1 0.0.0.0/0 via=10.0.10.1
service web1 https protocol=tcp port=443
filter r1 10 forward drop source=10.0.10.0/24
bond r1 lag members=r1.eth0 mode=lacp
relay r1 r1.eth0 10.0.10.11
reserve net1 10.0.10.11 interface=web1.eth0
tunnel wireguard web1.eth0 r1.eth0
shared 10.0.10.250/24 vrrp members=web1.eth0,r1.eth0
qos r1.eth0 voice sharePercent=20
pool 198.51.100.0/28 devices=nat1
expect web1 r1 reach
check no-mtu-mismatch off reason=lab
`);
const lab: Design = {
  ...sketch,
  positions: Object.fromEntries(
    Object.keys(sketch.devices).map((id, index) => [
      id,
      { x: (index % 3) * 260, y: Math.floor(index / 3) * 140 },
    ]),
  ),
};

let stage: Stage;

test.beforeEach(async () => {
  stage = await openStage({
    file,
    prepare: (workspace) => writeFileSync(join(workspace, file), writeDesign(lab)),
  });
});

test.afterEach(() => stage.close());

async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog.commands [role="combobox"]').fill(name);
  await page.locator('dialog.commands [role="option"]').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog.commands')).toHaveCount(0);
}

async function unfold(page: Page): Promise<void> {
  await page.locator('.inspector details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}

for (const language of ['en', 'zh-CN']) {
  test(`no text is cut on any screen in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(stage.address);
    await page.locator('.preferences select').last().selectOption(language);
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    const cut: Record<string, string[]> = {};
    const look = async (screen: string) => {
      await unfold(page);
      const texts = await cutTexts(page);
      if (texts.length > 0) cut[screen] = texts;
    };
    const addForms = async () => {
      await unfold(page);
      const buttons = page.locator('.inspector [data-table] > .button');
      // A button gives way to the form that it opens.
      for (let left = await buttons.count(); left > 0; left--) await buttons.first().click();
    };
    await look('lab');
    await addForms();
    await look('lab with forms');
    for (const id of Object.keys(lab.devices)) {
      await goTo(page, id);
      await look(id);
      await addForms();
      await look(`${id} with forms`);
    }
    await page.locator('.react-flow__edge').first().focus();
    await page.keyboard.press('Enter');
    await look('cable');
    await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+a');
    await look('several');
    await page.keyboard.press('Control+o');
    await expect(page.locator('.file-entry').first()).toBeVisible();
    await look('open');
    await page.keyboard.press('Escape');
    await page.locator('.top-bar .button-primary').click();
    await expect(page.locator('.plan-wait')).toHaveCount(0, { timeout: 30_000 });
    await look('plan');
    expect(cut).toEqual({});
  });
}

test('a text is found that is wider than its box, or that something around it hides, and no other', async ({
  page,
}) => {
  const box = 'width: 60px; white-space: nowrap;';
  await page.setContent(`
    <p style="${box} overflow: hidden">one that is cut short</p>
    <p style="${box}">two that stands out of its box</p>
    <p style="${box} overflow: hidden; text-overflow: ellipsis">three without a title</p>
    <div style="${box} overflow: hidden"><span>four in an inline element</span></div>
    <p style="${box} overflow: hidden; text-overflow: ellipsis" title="all of it">with a title, on purpose</p>
    <pre style="${box} overflow: auto"><span>a command can be scrolled to</span></pre>
    <div style="${box} overflow: auto"><span>five in a panel that scrolls sideways</span></div>
    <input style="${box}" value="an input scrolls its text" />
    <p style="${box} visibility: hidden">nobody sees this one</p>
    <p style="position: absolute; width: 1px; height: 1px; overflow: hidden">for screen readers</p>
    <p>short</p>`);
  const found = (await cutTexts(page)).map(
    (text) => /(one|two|three|four|five)( |$)/.exec(text)?.[1] ?? text,
  );
  expect([...new Set(found)]).toEqual(['one', 'two', 'three', 'four', 'five']);
});
