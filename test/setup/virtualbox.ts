import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FetchError, fetchWithRetries, run } from './attempt.ts';
import { debianMirror } from './debian.ts';
import type { VirtualBoxPart } from './parts.ts';

/*
 * VirtualBox is not in Debian stable, so a Debian sid of its own is unpacked in the cache folder.
 *
 * Nothing is ever mounted where the rest of the machine can see it: each command gets a mount namespace of
 * its own which ends with it. So the cache folder may be deleted at any time, also after a crash, without
 * reaching through a mount into someone's home folder.
 */

const inNamespace = ['--mount', '--propagation', 'private', 'sh', '-ec'];

/** Runs a program inside the chroot with /proc and /dev, seen by that program only. */
const chrooted = (root: string, args: readonly string[]) =>
  run(
    'unshare',
    [
      ...inNamespace,
      'mount -n --bind /proc "$0/proc"; mount -n --bind /dev "$0/dev"; exec chroot "$0" "$@"',
      root,
      ...args,
    ],
    { env: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' } },
  );

async function remove(folder: string): Promise<void> {
  if (readFileSync('/proc/self/mounts', 'utf8').includes(` ${folder}/`)) {
    throw new Error(`something is mounted under ${folder}; unmount it first`);
  }
  await run('rm', ['-rf', '--one-file-system', folder]);
}

async function unpack(root: string): Promise<void> {
  const mirror = debianMirror();
  const partial = `${root}.partial`;
  await fetchWithRetries('debootstrap sid', async () => {
    await remove(partial);
    const args = ['--variant=minbase', '--include=ca-certificates', 'sid', partial, mirror];
    return run('unshare', [...inNamespace, 'exec debootstrap "$@"', 'sh', ...args]);
  });
  const apt = join(partial, 'etc/apt');
  writeFileSync(join(apt, 'sources.list'), `deb ${mirror} sid main contrib\n`);
  if (existsSync('/etc/apt/apt.conf.d')) {
    cpSync('/etc/apt/apt.conf.d', join(apt, 'apt.conf.d'), { recursive: true, dereference: true });
  }
  writeFileSync(join(apt, 'apt.conf.d/99netloom'), 'Acquire::Check-Valid-Until "false";\n');
  cpSync('/etc/resolv.conf', join(partial, 'etc/resolv.conf'), { dereference: true });
  const policy = join(partial, 'usr/sbin/policy-rc.d');
  writeFileSync(policy, '#!/bin/sh\nexit 101\n');
  chmodSync(policy, 0o755);
  await fetchWithRetries('apt-get update in sid', () => chrooted(partial, ['apt-get', 'update', '-qq']));
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends'];
  await fetchWithRetries('apt-get install virtualbox', () =>
    chrooted(partial, [...install, 'virtualbox', 'virtualbox-source']),
  );
  renameSync(partial, root);
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * The program suites call. It keeps its process id (exec all the way), passes arguments on untouched, and shows
 * the home folder, the temporary folder and NETLOOM_VBOX_SHARE at the same paths inside as outside.
 * VBoxSVC lives on in the mounts of the call that started it, so a profile needs the same three all along.
 */
function wrapperText(root: string): string {
  const inside = [
    'mount -n --bind /proc "$root/proc"',
    'mount -n --bind /dev "$root/dev"',
    'for place in "$HOME" "${TMPDIR:-/tmp}" "${NETLOOM_VBOX_SHARE:-}"; do',
    '  [ "$place" != / ] && [ -d "$place" ] || continue',
    '  mkdir -p "$root$place"',
    '  mount -n --bind "$place" "$root$place"',
    'done',
    'cd /',
    'exec chroot "$root" /usr/lib/virtualbox/VBoxManage "$@"',
  ].join('\n');
  return `#!/bin/sh
# Written by npm run setup. VirtualBox in a Debian sid chroot; the mounts below end with this process.
export root=${quoted(root)}
export HOME="\${HOME:-/root}" LC_ALL=C.UTF-8
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
exec unshare --mount --propagation private sh -ec ${quoted(inside)} VBoxManage "$@"
`;
}

export async function provideVirtualBox(cache: string): Promise<VirtualBoxPart> {
  mkdirSync(cache, { recursive: true });
  const root = join(cache, 'sid');
  const elf = join(root, 'usr/lib/virtualbox/VBoxManage');
  const wrapper = join(cache, 'VBoxManage');
  if (!existsSync(elf)) {
    await remove(root);
    await unpack(root);
  }
  if (!existsSync(elf)) throw new FetchError(`the virtualbox package has no ${elf}`);
  writeFileSync(wrapper, wrapperText(root), { mode: 0o755 });
  chmodSync(wrapper, 0o755);
  const asked = await run(wrapper, ['--version'], { quiet: true, seconds: 60 });
  const version = /^\d+\.\d+\S*/m.exec(asked.out)?.[0];
  if (asked.code !== 0 || !version) throw new Error(`VBoxManage --version: ${asked.lastLine}`);
  return { wrapper, elf, version };
}
