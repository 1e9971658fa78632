/** What a host runs its machines with. */
export interface Platform {
  /** As the lab file has it. */
  readonly id: string;
  /** Its name, the same in every language. */
  readonly label: string;
  /** Other names that people give it, in lower case and without anything but letters. */
  readonly also: readonly string[];
}

/** The platforms that are offered; a lab may name any other. */
export const platforms: readonly Platform[] = [
  { id: 'virtualbox', label: 'VirtualBox', also: ['vbox', 'oraclevirtualbox', 'oraclevmvirtualbox'] },
  { id: 'hyperv', label: 'Hyper-V', also: ['microsofthyperv'] },
  { id: 'vsphere', label: 'vSphere', also: ['vmwarevsphere', 'esxi', 'vmwareesxi'] },
  { id: 'kvm', label: 'KVM', also: ['qemu', 'qemukvm', 'libvirt'] },
  { id: 'proxmox', label: 'Proxmox VE', also: ['pve'] },
  { id: 'vmware', label: 'VMware Workstation', also: ['workstation', 'vmwareworkstationpro'] },
];

/** The platform that a text names, by id, label or another name, however it is written: `VirtualBox 7.2` is one. */
export function platformOf(text: string | undefined): Platform | undefined {
  const name = lettersOf(text ?? '');
  return platforms.find(
    ({ id, label, also }) => name === id || name === lettersOf(label) || also.includes(name),
  );
}

/** Whether a text names this platform. */
export function isPlatform(text: string | undefined, id: string): boolean {
  return platformOf(text)?.id === id;
}

/** What a lab file keeps of a typed platform: the id of one that is known, any other text as it is. */
export function platformId(text: string): string {
  return platformOf(text)?.id ?? text.trim();
}

/** What people read for it. */
export function platformLabel(text: string): string {
  return platformOf(text)?.label ?? text;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}
