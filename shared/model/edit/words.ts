/** English words for edits: the names of undo steps, and why an edit was refused. */
export const editWords = {
  'edit/add-device': 'Add {name}',
  'edit/connect': 'Connect {a} to {b}',
  'edit/disconnect': 'Remove the cable',
  'edit/rename': 'Rename {name}',
  'edit/remove': 'Remove {count|thing|things}',
  'edit/set-field': 'Change {field} of {name}',
  'edit/set-addresses': 'Change the addresses of {name}',
  'edit/forward-port': 'Add a port forward to {name}',
  'edit/add-subnet': 'Add a subnet',
  'edit/add-interface': 'Add an interface to {name}',
  'edit/move': 'Move {count|device|devices}',
  'edit/fix': 'Fix: {fix}',

  'edit/gone': 'This is no longer in the lab. Select it again on the canvas.',
  'edit/same-device': '{name} cannot be cabled to itself. Drag the cable to another device.',
  'edit/has-cable': '{name} already has a cable. Remove that cable first, or use another interface.',
  'edit/too-many-cards': '{name} has 8 network cards, which is as many as VirtualBox gives a machine.',
  'edit/nat-needs-switch': '{name} has its one cable. Connect machines to the switch on it.',
  'edit/shares-address':
    '{name} uses the address of this computer and takes no cable. Use another interface.',
  'edit/sub-interface':
    '{name} is a VLAN of another interface and takes no cable. Cable the interface it sits on.',
  'edit/not-a-name':
    '“{name}” is not a host name. Use letters, digits and hyphens, at most 63, with a letter or digit at both ends.',
  'edit/name-taken': '{name} is already used. Choose another name.',
  'edit/empty-name': 'A name needs at least one character.',
  'edit/not-a-number': '“{text}” is not a whole number.',
  'edit/out-of-range': '{value} is outside {least} to {most}.',
  'edit/not-a-choice': '“{text}” is none of: {choices}.',
  'edit/not-a-mac': '“{text}” is not a MAC address. Write it like 08:00:27:12:34:56.',
  'edit/not-ports': '“{text}” is not a port. Write a number from 1 to 65535, or a range such as 9000-9002.',
  'edit/not-a-field': '{field} is not a field that can be changed here.',
  'edit/not-a-nat': '{name} is not a NAT service, so it forwards no ports.',
} as const;
