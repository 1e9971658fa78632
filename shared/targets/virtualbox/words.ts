const limitWords = {
  name: 'VirtualBox cannot keep the name “{name}” as it is. Use up to 62 letters, digits, spaces and . _ -, starting with a letter or digit.',
  'name-twice':
    'Another machine is also called “{name}”; both would lie in one folder. Give one of them another name.',
  memory: '“{name}” has {memory} MiB of memory. Give it a whole number from 4 to 2097152.',
  cpus: '“{name}” has {cpus} processors. Give it a whole number from 1 to 64.',
  'too-many-cards':
    '“{name}” has {count|network card|network cards}; Netloom can make {limit} in a VirtualBox machine. Remove some, or split the machine.',
  adapter: 'VirtualBox has no card “{adapter}” for {port} of “{name}”. Choose one of {known}.',
  'jumbo-nat':
    '{port} of “{name}” has MTU {mtu} bytes, and the NAT of VirtualBox passes packets of 1500. Give it 1500.',
  'jumbo-card':
    '{port} of “{name}” has MTU {mtu} bytes, and the card {adapter} drops larger frames than usual without a word. Give it 1500, or the card 82545EM.',
  'vlan-tags':
    '{port} of “{name}” expects frames tagged {tags} from a switch, and networks of VirtualBox have no VLANs. Give “{name}” one card for each VLAN, on an access port.',
  'wire-outside':
    'The network of {machines} leads to {device}, which VirtualBox does not make. Its machines will reach each other but not {device}; put a NAT between them, or leave it so.',
  'nat-without-address':
    'NAT “{name}” has no address inside. Give its inside interface one, such as 10.20.0.1/24.',
  'nat-not-ipv4':
    '{address} on NAT “{name}” is no IPv4 address with a prefix length. VirtualBox’s NAT needs one, such as 10.20.0.1/24.',
  'nat-prefix':
    'The subnet {address} of NAT “{name}” does not fit VirtualBox. Use a prefix length from 1 to {longest}.',
  'nat-address': 'NAT “{name}” has {address}, but VirtualBox always takes {own} there. Give it that address.',
  'nat-own-address':
    'NAT “{name}” has {address}, but the NAT of a single VirtualBox machine answers at {own}. Use that address as the gateway of the machine.',
  'nat-kept-address':
    '“{machine}” has {address}, where the NAT “{name}” of VirtualBox answers itself. Give the machine another address.',
  'nat-many-segments':
    'NAT “{name}” is on {count|network|networks}; a NAT network of VirtualBox has one. Use one NAT for each, or a router behind it.',
  'isolated-shared':
    'NAT “{name}” gives each machine a NAT of its own, but {machines} share one network to it. Cable each machine to it by itself, or turn “isolated” off.',
  'left-out':
    'The {count|machine|machines} on {name} are not built: the host has no platform, and it is not the only one. Set its platform to VirtualBox, or let them run on no host.',
  'left-out-several':
    'The {count|machine|machines} on {name} are not built: several hosts run VirtualBox, and which of them is this computer cannot be told. Leave the platform VirtualBox to one.',
  'left-out-no-host':
    '{count|machine on no host is|machines on no host are} not built: {name} has the platform VirtualBox, so it is this computer. Let them run on {name}.',
  'two-gateways':
    'NAT “{name}” and NAT “{other}” are on one network. VirtualBox can do one NAT for each network: remove one.',
  'forward-port':
    'Port forward {rule} of NAT “{name}” uses port {port}. Use 1 to 65535: VirtualBox stores another number without a word.',
  'forward-listen':
    'Port forward {rule} of NAT “{name}” listens on “{address}”, which is no IPv4 address; VirtualBox would listen on all. Give an address of this computer, such as 127.0.0.1.',
  'forward-outside':
    'Port forward {rule} of NAT “{name}” leads to “{address}”, which is no host address in {subnet}. Give the address of a machine in that subnet.',
  'too-many-forwards':
    'NAT “{name}” forwards {count|port|ports}; in VirtualBox, where each is a rule of its own, Netloom makes up to {limit}. Make the ranges smaller.',
  'forward-nobody':
    'Port forward {rule} of NAT “{name}” leads to {address}, which no machine there has. Give a machine that address, or change the rule.',
  'forward-lease':
    'Port forward {rule} of NAT “{name}” leads to {address}, but “{machine}” gets {lease} from it. The rule will lead to {lease}; write that address, or give the machine one of its own.',
};

const obstacleWords = {
  'uuid-taken':
    'The machine “{other}” has the UUID {uuid} that “{name}” would get, and it is not of this lab. Remove that machine from VirtualBox, or give the device another id.',
  'uuid-marked':
    '“{other}” carries this lab’s mark, but Netloom has no record of making it. Most likely the exported script made it, or Netloom on another computer or of another user. Remove it in VirtualBox, then plan again.',
  'network-taken':
    'A NAT network {network} exists, but Netloom has no record of making it with this subnet. Most likely the exported script made it, or Netloom on another computer or of another user, or it was changed by hand. Remove it in VirtualBox, then plan again.',
  'network-used':
    'The machine “{name}”, which is not of this lab, is attached to the NAT network {network} that would be deleted. Attach it elsewhere in VirtualBox, then plan again.',
  'network-moves':
    'The machine “{name}”, which is not of this lab, is attached to the NAT network {network}, whose subnet changes from {before} to {after}. Attach it elsewhere first, or give it an address there afterwards.',
  'network-overlaps':
    'The subnet {subnet} overlaps {otherSubnet} of the NAT network “{other}”. Choose another subnet if machines of both should work at the same time.',
  'port-taken':
    'Port forward {rule} needs {protocol} port {port} of this computer, which “{owner}” has in VirtualBox. Choose another port.',
  'machine-running': '“{name}” is running and has to change. Shut it down, then plan again.',
  'machine-saved':
    '“{name}” is saved and has to change. Start it and shut it down, or discard its saved state, then plan again.',
  'machine-snapshots':
    '“{name}” has snapshots, whose disks would be deleted with it. Delete the snapshots in VirtualBox, then plan again.',
  unreadable:
    'The machine file {path} cannot be read, so its ports are unknown. Repair or remove that machine in VirtualBox.',
  'unreadable-ours':
    'The file {path} of a machine of this lab cannot be read. Restore it from {path}-prev, or remove the machine in VirtualBox, then plan again.',
};

/** What a step's fields and their values are called. */
const fieldWords = {
  'field/name': 'name',
  'field/group': 'group',
  'field/os': 'guest system',
  'field/cpus': 'CPUs',
  'field/memory': 'memory',
  'field/card': 'card {slot}',
  'field/card-type': 'card {slot} type',
  'field/card-mac': 'card {slot} MAC',
  'field/card-cable': 'card {slot} cable',
  'field/card-promiscuous': 'card {slot} promiscuous mode',
  'field/card-forward': 'card {slot} forward {name}',
  'field/disk': 'disk {place}',
  'field/subnet': 'subnet',
  'field/enabled': 'enabled',
  'field/dhcp': 'DHCP',
  'field/forward': 'forward {name}',
  'value/none': 'none',
  'value/null': 'not attached',
  'value/intnet': 'internal network {network}',
  'value/natnetwork': 'NAT network {network}',
  'value/nat': 'NAT {cidr}',
  'value/connected': 'connected',
  'value/unplugged': 'unplugged',
  'value/yes': 'yes',
  'value/no': 'no',
  'value/on': 'on',
  'value/off': 'off',
};

const stepWords = {
  'step/create-machine': 'Create the virtual machine {name}',
  'step/configure-machine': 'Change the virtual machine {name}',
  'step/delete-machine': 'Delete the virtual machine {name}',
  'reason/other-host': 'It is still drawn, but runs on {host} now, and that is not built here.',
  'reason/no-host': 'It is still drawn, but on no host, and only what runs on {host} is built here.',
  'step/create-nat-network': 'Create the NAT network {name}',
  'step/configure-nat-network': 'Change the NAT network {name}',
  'step/delete-nat-network': 'Delete the NAT network {name}',
  'step/delete-dhcp-server': 'Delete the left-over DHCP server {name}',
};

const driverWords = {
  'not-found':
    'VBoxManage is not on this computer: {looked} had none. Install VirtualBox, or set VBOXMANAGE to the program.',
  'not-working': '{path} does not answer: {text}. Run “{path} --version” to see why.',
  'profile-lost':
    '{path} is missing but {left} is there: VirtualBox was stopped while saving. Copy {left} to {path} before anything starts VirtualBox, or it forgets every machine.',
  'profile-unreadable':
    '{path} is no VirtualBox profile that can be read. Restore it from {path}-prev, then try again.',
  'profile-busy': 'The files in {path} keep changing. Wait until VirtualBox has finished, then try again.',
  'read-failed': '{path} cannot be read: {text}. Give this user access to it, then try again.',
  'ledger-failed':
    'The record of made machines {path} cannot be written or read: {text}. Nothing was changed; repair that, then try again.',
  'ledger-locked':
    'Another Netloom has held the record of made machines for {seconds} seconds. Wait until it has finished; if none is running, remove the folder {path}. Then try again.',
  'command-failed': 'VirtualBox refused “{command}”: {text}',
  'command-hung':
    'VBoxManage did not finish “{command}” in {seconds} seconds and its effect is not there. Look in VirtualBox for an open window or dialog, then plan again.',
  'machine-locked':
    '“{name}” is held by another program. Close its window or settings in VirtualBox, then plan again.',
  'not-applied':
    'VBoxManage reported success for “{command}”, but the result is not there. Plan again to see what differs.',
  'not-ours': '“{name}” is not a machine or network this lab made, so it is not touched. Plan again.',
  'network-used':
    'The machine “{machine}”, which is not of this lab, is attached to the NAT network {name}. Attach it elsewhere in VirtualBox, then plan again.',
  'has-snapshots':
    '“{name}” has snapshots, whose disks would be deleted with it. Delete the snapshots in VirtualBox, then plan again.',
  cancelled: 'Cancelled before “{command}”. Plan again to go on.',
};

const withPrefix = (prefix: string, words: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(words).map(([id, text]) => [`${prefix}/${id}`, text]);

/** English of everything this target and its driver say. */
export const virtualboxWords: Readonly<Record<string, string>> = Object.fromEntries([
  ...withPrefix('target/virtualbox', { ...limitWords, ...obstacleWords, ...stepWords, ...fieldWords }),
  ...withPrefix('driver/virtualbox', driverWords),
]);
