const families: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/^debian/, 'Debian_64'],
  [/^(x|k)?ubuntu/, 'Ubuntu_64'],
  [/^fedora/, 'Fedora_64'],
  [/^(centos|rhel|red ?hat|rocky|alma)/, 'RedHat_64'],
  [/^(open)?suse|^sles/, 'OpenSUSE_64'],
  [/^arch/, 'ArchLinux_64'],
  [/^gentoo/, 'Gentoo_64'],
  [/^(alpine|linux|openwrt|vyos|kali|nixos)/, 'Linux26_64'],
  [/^freebsd|^(opn|pf)sense/, 'FreeBSD_64'],
  [/^openbsd/, 'OpenBSD_64'],
  [/^netbsd/, 'NetBSD_64'],
  [/^windows.*(2025)/, 'Windows2025_64'],
  [/^windows.*(2022)/, 'Windows2022_64'],
  [/^windows.*(2019)/, 'Windows2019_64'],
  [/^windows.*(2016)/, 'Windows2016_64'],
  [/^windows.*11/, 'Windows11_64'],
  [/^windows/, 'Windows10_64'],
];

/**
 * VirtualBox's id for an operating system: its own ids pass (`Debian12_64`), names in the shape of `debian-12` or
 * `Windows Server 2022` are recognised, anything else is `Other_64`. VirtualBox takes any text here and says nothing.
 */
export function osType(os: string | undefined): string {
  const typed = (os ?? '').trim();
  if (typed === '') return 'Other_64';
  if (/^[A-Z][A-Za-z0-9_]*_(64|arm64)$|^(Other|DOS)$/.test(typed)) return typed;
  const lower = typed.toLowerCase();
  return families.find(([pattern]) => pattern.test(lower))?.[1] ?? 'Other_64';
}
