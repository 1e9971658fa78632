import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getRawHeader, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { fusesFor } from '../../build/package/fuses.ts';
import { filesIn, root, unpacked } from './made.ts';

const asar = join(unpacked, 'resources/app.asar');

test('the app is what was built, the samples and the icon, and nothing else', () => {
  const built = ['dist/electron', 'dist/renderer', 'assets/samples'].flatMap((folder) =>
    filesIn(join(root, folder))
      .filter((name) => name !== 'licences.md')
      .map((name) => `/${folder}/${name}`),
  );
  expect(built.length).toBeGreaterThan(5);
  const packed = listPackage(asar, { isPack: false }).filter((name) => /\.[a-z]+$/.test(name));
  expect(packed.toSorted()).toEqual([...built, '/assets/icons/256x256.png', '/package.json'].toSorted());
  expect(getRawHeader(asar).headerString).not.toContain('node_modules');
  expect(statSync(asar).size).toBeLessThan(4e6);
});

test('nothing of the Electron it was made of is left that could run instead', () => {
  expect(filesIn(join(unpacked, 'resources'))).toEqual([
    'LICENSE.netloom.txt',
    'LICENSES.main.md',
    'LICENSES.page.md',
    'app.asar',
    'apparmor-profile',
  ]);
  expect(existsSync(join(unpacked, 'version'))).toBe(false);
  expect(existsSync(join(unpacked, 'electron'))).toBe(false);
});

test('the licences of all that it is made of go along', () => {
  const granted = /Permission (is hereby granted|to use, copy)/;
  const read = (name: string): string => readFileSync(join(unpacked, name), 'utf8');
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html', 'resources/LICENSE.netloom.txt']) {
    expect(read(name), name).toMatch(granted);
  }
  const parts = ['main', 'page'].map((part) => read(`resources/LICENSES.${part}.md`).split(/^## /m).slice(1));
  const [main, page] = parts.map((part) => part.map((text) => text.split(' - ')[0]));
  expect(main).toEqual(expect.arrayContaining(['zod', 'jsonc-parser', 'fast-xml-parser']));
  expect(page).toEqual(expect.arrayContaining(['zod', 'react', 'react-dom', '@xyflow/react']));
  const silent = parts.flat().filter((text) => !/Permission|Redistribution/.test(text));
  // This one comes from npm without a text; its name and "MIT" are all there is.
  expect(silent.map((text) => text.split(' - ')[0])).toEqual(['@nodable/entities']);
});

test('the fuses are set', async () => {
  const wire = await getCurrentFuseWire(join(unpacked, 'netloom'));
  // The wire holds the digits 0 and 1.
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === '1'.charCodeAt(0);
  const isOff = (fuse: FuseV1Options): boolean => wire[fuse] === '0'.charCodeAt(0);
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ];
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
  ];
  expect(on.filter(isOn)).toEqual(on);
  expect(off.filter(isOff)).toEqual(off);
});

test('with the pinned Electron file:// loses its privileges too; the wire of an old one has no place for that', () => {
  expect(fusesFor('45.4.1').grantFileProtocolExtraPrivileges).toBe(false);
  expect(fusesFor('29.0.0').grantFileProtocolExtraPrivileges).toBe(false);
  expect(fusesFor('28.3.3')).not.toHaveProperty('grantFileProtocolExtraPrivileges');
});
