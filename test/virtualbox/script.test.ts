import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Blueprint } from '../../shared/blueprint/blueprint.ts';
import { virtualbox } from '../../shared/targets/virtualbox/index.ts';
import { machineUuid, networkName } from '../../shared/targets/virtualbox/names.ts';
import { render } from '../../shared/targets/virtualbox/render.ts';
import { run } from '../../host/process/run.ts';
import { richLab } from './labs.ts';
import { openProfile, type Profile } from './profile.ts';

let byScript: Profile;
let byApply: Profile;
beforeAll(async () => {
  byScript = await openProfile();
  byApply = await openProfile();
});
afterAll(async () => {
  await byScript.close();
  await byApply.close();
});

/** Writes the files and runs the script as a person would. */
async function runScript(profile: Profile, blueprint: Blueprint) {
  const folder = join(profile.folder, 'out');
  mkdirSync(folder, { recursive: true });
  for (const { path, text, executable } of render(blueprint)) {
    writeFileSync(join(folder, path), text);
    if (executable) chmodSync(join(folder, path), 0o755);
  }
  return run('bash', [join(folder, 'apply.sh')], { env: profile.env, timeoutMs: 120_000 });
}

/**
 * Without what differs between any two profiles: folders, times, and a setting that VirtualBox shows otherwise once
 * its service has started anew.
 */
async function shown(profile: Profile, blueprint: Blueprint): Promise<string[]> {
  const texts: string[] = [];
  for (const { device } of blueprint.machines) {
    const uuid = machineUuid(blueprint.lab.id, device);
    const info = await profile.vbox('showvminfo', uuid, '--machinereadable');
    texts.push(
      info
        .replaceAll(profile.folder, '/profile')
        .replace(/^(VMStateChangeTime|localhostReachable)=.*$/gm, ''),
    );
    texts.push(await profile.vbox('getextradata', uuid, 'enumerate'));
  }
  for (const { id } of blueprint.segments)
    texts.push(await profile.vbox('natnetwork', 'list', networkName(blueprint.lab.id, id)));
  return texts;
}

const lab = richLab({
  lab: { id: '3f0e7a52-9c11-4a5e-8b1d-0c5a7e6d2b41', name: 'it\'s $HOME `id` "é"\n# rm -rf' },
});

test('the script makes what apply makes', async () => {
  const ran = await runScript(byScript, lab);
  expect(ran, ran.stderr).toMatchObject({ code: 0, stdout: 'machines made: 3\n' });
  expect((await byApply.apply(lab)).outcome).toBe('done');
  expect(await shown(byScript, lab)).toEqual(await shown(byApply, lab));
});

test('a plan after the script names what it made, once each', async () => {
  const observed = await byScript.observe(lab.lab.id);
  const found = [...(virtualbox.live?.obstacles(lab, observed, 'apply') ?? [])];
  expect(found.map(({ code }) => code.replace('target/virtualbox/', '')).sort()).toEqual([
    'network-taken',
    ...lab.machines.map(() => 'uuid-marked'),
  ]);
});

test('a second run changes nothing and says why', async () => {
  const before = await shown(byScript, lab);
  const ran = await runScript(byScript, lab);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain(
    `a machine with UUID ${machineUuid(lab.lab.id, 'web1')} exists already (web1)`,
  );
  expect(await shown(byScript, lab)).toEqual(before);
});

test('the script stops at an error that VBoxManage reports with exit code 0', async () => {
  const shim = join(byScript.folder, 'warns');
  writeFileSync(
    shim,
    `#!/bin/bash\n[ "$1" = showvminfo ] && exit 1\necho "VBoxManage: error: no" >&2\nexit 0\n`,
  );
  chmodSync(shim, 0o755);
  const folder = join(byScript.folder, 'out');
  const ran = await run('bash', [join(folder, 'apply.sh')], {
    env: { ...byScript.env, VBOXMANAGE: shim },
    timeoutMs: 60_000,
  });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('VBoxManage: error: no');
  expect(ran.stderr).toContain('stopped at: VBoxManage natnetwork add');
});
