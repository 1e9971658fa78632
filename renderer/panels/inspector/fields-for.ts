import type { Device, Interface } from '../../../shared/model/topology.ts';

type DeviceField = keyof Device;
type InterfaceField = keyof Interface;

const stp: readonly DeviceField[] = ['stpMode', 'stpPriority', 'stpPriorities', 'stpRegion'];
const policies: readonly DeviceField[] = ['inputPolicy', 'forwardPolicy', 'outputPolicy'];
const machine: readonly DeviceField[] = ['on', 'os', 'cpus', 'memoryMiB', 'diskGiB', 'template', 'image'];

/** Fields of a device that mean something for what it is, in the order they are asked; its kind is not changed. */
export function fieldsForDevice(device: Device): readonly DeviceField[] {
  switch (device.kind) {
    case 'vm':
      return ['name', ...machine, ...policies];
    case 'router':
      return device.engine === 'nat'
        ? ['name', 'on', 'engine', 'isolated']
        : ['name', ...machine, 'engine', ...policies];
    case 'switch':
      return ['name', ...(device.physical ? [] : (['on'] as const)), 'vlanAware', 'physical', ...stp];
    case 'host':
      return ['name', 'platform', 'os', ...policies];
    default:
      return ['name'];
  }
}

const port: readonly InterfaceField[] = ['mode', 'vlan', 'nativeVlan', 'allowedVlans', 'mtu', 'connected'];
const routed: readonly InterfaceField[] = [
  'addresses',
  'dhcp',
  'mtu',
  'mac',
  'connected',
  'parent',
  'tag',
  'vrf',
];

/** Fields of an interface that mean something on this device, in the order they are asked. */
export function fieldsForInterface(
  device: Device,
  row: Pick<Interface, 'mode'> = {},
): readonly InterfaceField[] {
  switch (device.kind) {
    case 'switch':
      return row.mode === 'routed' ? ['mode', ...routed] : [...port, 'edge', 'bpduGuard', 'stpCost'];
    case 'vm':
      return [...routed, 'adapter'];
    case 'router':
      return device.engine === 'nat' ? [...routed, 'shares'] : [...routed, 'adapter'];
    case 'host':
      return [...routed, 'virtual'];
    default:
      return routed;
  }
}
