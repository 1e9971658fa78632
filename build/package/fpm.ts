#!/usr/bin/env tsx
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/*
 * `fpm -s dir -t deb` as electron-builder calls it, with dpkg-deb of Debian and Ubuntu: neither has a package of fpm, and
 * fetching one would be all that making a .deb needs the network for. An option it does not know is an error, so that a
 * newer electron-builder does not silently get less than it asked for.
 */

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    depends: { ...text, short: 'd', multiple: true },
    force: { type: 'boolean' },
    name: text,
    version: text,
    architecture: text,
    package: text,
    maintainer: text,
    vendor: text,
    url: text,
    license: text,
    category: text,
    description: text,
    'after-install': text,
    'after-remove': text,
    'deb-priority': text,
    'deb-recommends': { ...text, multiple: true },
    'deb-compression': text,
    'deb-compression-level': text,
  },
});

function given(name: 'name' | 'version' | 'architecture' | 'package' | 'maintainer' | 'description'): string {
  const value = values[name];
  if (value === undefined) throw new Error(`--${name} is missing`);
  return value;
}

/** `from=to`; a folder with a slash at its end is copied with all it has, a file under the name it is given. */
function place(root: string, mapping: string): void {
  const at = mapping.indexOf('=');
  if (at < 1) throw new Error(`not from=to: ${mapping}`);
  const from = mapping.slice(0, at);
  const to = join(root, mapping.slice(at + 1));
  mkdirSync(dirname(to), { recursive: true });
  if (from.endsWith('/')) {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  } else {
    copyFileSync(from, to);
    chmodSync(to, 0o644);
  }
}

function paths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

/** Others may read what the owner may; nobody but the owner may write, whatever the mask of the one who packs. */
function openToAll(root: string): void {
  for (const path of [root, ...paths(root)]) {
    const { mode } = lstatSync(path);
    if (lstatSync(path).isSymbolicLink()) continue;
    chmodSync(path, (mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

/** The first line is the synopsis; in the others a line without words is a dot. */
function described(description: string): string {
  const [synopsis = '', ...rest] = description.split('\n').map((line) => line.trim());
  return [synopsis, ...rest.map((line) => ` ${line || '.'}`)].join('\n');
}

function control(size: number): string {
  const fields: Readonly<Record<string, string | undefined>> = {
    Package: given('name'),
    Version: given('version'),
    Architecture: given('architecture'),
    Maintainer: given('maintainer'),
    'Installed-Size': String(size),
    Depends: values.depends?.join(', '),
    Recommends: values['deb-recommends']?.join(', '),
    Section: values.category,
    Priority: values['deb-priority'],
    Homepage: values.url,
    Description: described(given('description')),
  };
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return said.map(([name, value]) => `${name}: ${value}\n`).join('');
}

function compression(): string[] {
  const names: Readonly<Record<string, string>> = { gz: 'gzip', xz: 'xz', zst: 'zstd', none: 'none' };
  const asked = values['deb-compression'] ?? 'xz';
  const name = names[asked];
  if (name === undefined) throw new Error(`no compression ${asked}`);
  const level = values['deb-compression-level'];
  return [`-Z${name}`, ...(level === undefined ? [] : [`-z${level}`])];
}

function pack(root: string): void {
  if (values.source !== 'dir' || values.target !== 'deb') throw new Error('only -s dir -t deb');
  for (const mapping of positionals) place(root, mapping);
  const bytes = paths(root).reduce(
    (sum, path) => sum + (statSync(path).isFile() ? statSync(path).size : 0),
    0,
  );
  openToAll(root);
  const about = join(root, 'DEBIAN');
  mkdirSync(about, { mode: 0o755 });
  writeFileSync(join(about, 'control'), control(Math.ceil(bytes / 1024)));
  const scripts = { postinst: values['after-install'], postrm: values['after-remove'] };
  for (const [name, script] of Object.entries(scripts)) {
    if (script === undefined) continue;
    copyFileSync(script, join(about, name));
    chmodSync(join(about, name), 0o755);
  }
  const args = ['--root-owner-group', ...compression(), '--build', root, given('package')];
  const { status, error } = spawnSync('dpkg-deb', args, { stdio: 'inherit' });
  if (status !== 0 || !existsSync(given('package')))
    throw error ?? new Error(`dpkg-deb ended with ${status}`);
}

const root = mkdtempSync(join(tmpdir(), 'netloom-deb-'));
try {
  pack(root);
} finally {
  rmSync(root, { recursive: true, force: true });
}
