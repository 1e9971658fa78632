import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { behindWrapper } from './identify.ts';
import { namedLab } from './labs.ts';
import { labs } from './lab-ids.ts';
import { openProfile, type Profile, servicesOf } from './profile.ts';

let profile: Profile;
beforeAll(async () => {
  profile = await openProfile();
});
afterAll(() => profile.close());

test('the program is VirtualBox itself', async () => {
  const version = (await profile.vbox('--version')).trim();
  const behind = await behindWrapper(profile.env);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(behind?.bytes.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
  expect(behind?.bytes.length).toBeGreaterThan(100_000);
  const properties = await profile.vbox('list', 'systemproperties');
  expect(properties).toMatch(/^Maximum guest RAM size: +2097152 Megabytes$/m);
  expect(properties).toContain(profile.machines);
});

test('its service wrote the profile under test', async () => {
  expect((await profile.apply(namedLab(labs[5], 'proof', ['proof']))).outcome).toBe('done');
  const [service, ...others] = servicesOf(profile.home);
  expect(others).toEqual([]);
  expect(readlinkSync(`/proc/${service}/exe`)).toMatch(/VBoxSVC$/);
  expect(readFileSync(`/proc/${service}/exe`).subarray(0, 4).toString('latin1')).toBe('\x7fELF');
  const file = join(profile.home, 'VirtualBox.xml');
  expect(readFileSync(file, 'utf8')).toContain('** Written by VirtualBox 7');
  const startedMs = statSync(`/proc/${service}`).mtimeMs;
  expect(statSync(file).mtimeMs).toBeGreaterThanOrEqual(startedMs - 1000);
});
