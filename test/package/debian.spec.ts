import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { iconSizes, pngSize } from '../../build/package/icon-files.ts';
import { contentOf, debian, filesIn, output, root, version } from './made.ts';

let content: string;
test.beforeAll(async () => {
  content = await contentOf(debian);
});

test('the control file says what it is and what it needs', async () => {
  const fields = await output('dpkg-deb', ['-f', debian]);
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(fields)?.[1];
  expect(field('Package')).toBe('netloom');
  expect(field('Version')).toBe(version);
  expect(field('Architecture')).toBe('amd64');
  expect(field('Section')).toBe('education');
  expect(field('Homepage')).toBe('https://netloom.example');
  expect(field('Maintainer')).toBe('Netloom contributors <team@netloom.example>');
  expect(field('Depends')?.split(', ')).toEqual(expect.arrayContaining(['libgtk-3-0', 'libnss3', 'libgbm1']));
  expect(fields).toContain('\nDescription: designer for lab networks\n Draw a lab network');
  expect(Number(field('Installed-Size'))).toBeGreaterThan(100_000);
});

test('its files are root’s, and nobody else can change them', async () => {
  const lines = (await output('dpkg-deb', ['-c', debian])).trim().split('\n');
  expect(lines.length).toBeGreaterThan(50);
  const wrong = lines.filter((line) => !/^[-d]r[-w][-x]r-[-x]r-[-x] root\/root /.test(line));
  expect(wrong).toEqual([]);
  const scripts = await output('dpkg-deb', ['-I', debian, 'postinst']);
  expect(scripts).toContain('/opt/Netloom/netloom');
  expect(scripts).toContain('update-mime-database');
});

test('the menu entry is valid, takes a file and says of which type', async () => {
  const entry = join(content, 'usr/share/applications/netloom.desktop');
  expect(await output('desktop-file-validate', [entry])).toBe('');
  const lines = readFileSync(entry, 'utf8').split('\n');
  expect(lines).toContain('Exec=/opt/Netloom/netloom %f');
  expect(lines).toContain('MimeType=application/x-netloom-lab+json;');
  expect(lines).toContain('Icon=netloom');
  // By this a dock tells that a window is of this entry; Electron takes it from desktopName.
  expect(lines).toContain('StartupWMClass=netloom');
});

test('a lab is a type of its own by its double ending, and still JSON', async () => {
  const types = join(content, 'usr/share/mime');
  await output('update-mime-database', [types]);
  const globs = readFileSync(join(types, 'globs2'), 'utf8').split('\n');
  expect(globs.filter((line) => line.includes('json'))).toEqual([
    '50:application/x-netloom-lab+json:*.netloom.json',
  ]);
  expect(readFileSync(join(types, 'subclasses'), 'utf8')).toContain(
    'application/x-netloom-lab+json application/json',
  );
});

test('the icon is there in every size', () => {
  const icons = join(content, 'usr/share/icons/hicolor');
  const wanted = iconSizes.map((size) => `${size}x${size}/apps/netloom.png`);
  expect(filesIn(icons)).toEqual([...wanted, 'scalable/apps/netloom.svg'].toSorted());
  for (const size of iconSizes) {
    const png = readFileSync(join(icons, `${size}x${size}/apps/netloom.png`));
    expect(pngSize(png)).toEqual({ width: size, height: size });
  }
});

test('the licence is where Debian looks for it', () => {
  const copyright = readFileSync(join(content, 'usr/share/doc/netloom/copyright'), 'utf8');
  expect(copyright).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
});
