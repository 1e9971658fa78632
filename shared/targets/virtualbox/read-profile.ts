import { byText } from '../../base/by-id.ts';
import type { Forward, NatNetwork } from './state.ts';
import { type Element, parseXml, plainUuid } from './xml.ts';

export interface Profile {
  /** Registered machines and where their files lie; a path may be relative to the profile's folder. */
  readonly machines: readonly { readonly uuid: string; readonly path: string }[];
  readonly natNetworks: readonly NatNetwork[];
  /** Networks that have a DHCP server. */
  readonly dhcpServers: readonly string[];
}

/** Rules in order of name; protocol 1 is TCP, 0 or left out is UDP. */
export function toForwards(elements: readonly Element[]): Forward[] {
  return elements
    .map(
      ({ attributes }): Forward => ({
        name: attributes['name'] ?? '',
        protocol: attributes['proto'] === '1' ? 'tcp' : 'udp',
        listenAddress: attributes['hostip'] ?? '',
        listenPort: Number(attributes['hostport'] ?? 0),
        insideAddress: attributes['guestip'] ?? '',
        insidePort: Number(attributes['guestport'] ?? 0),
      }),
    )
    .sort((a, b) => byText(a.name, b.name));
}

function toNatNetwork(element: Element): NatNetwork {
  const { attributes } = element;
  return {
    name: attributes['networkName'] ?? '',
    cidr: attributes['network'] ?? '',
    enabled: isOn(attributes['enabled'], true),
    dhcp: isOn(attributes['needDhcp'], true),
    forwards: toForwards(element.first('PortForwarding4')?.all('Forwarding') ?? []),
  };
}

/** The file has both `1` and `true`, by element. */
function isOn(text: string | undefined, otherwise: boolean): boolean {
  return text === undefined ? otherwise : text === '1' || text === 'true';
}

/** What a profile's VirtualBox.xml says; undefined for a text that is no profile: it must not pass for an empty one. */
export function readProfile(text: string): Profile | undefined {
  const global = parseXml(text, 'VirtualBox')?.first('Global');
  if (!global) return undefined;
  const services = global.first('NetserviceRegistry');
  return {
    machines: (global.first('MachineRegistry')?.all('MachineEntry') ?? []).map(({ attributes }) => ({
      uuid: plainUuid(attributes['uuid']),
      path: attributes['src'] ?? '',
    })),
    natNetworks: (services?.first('NATNetworks')?.all('NATNetwork') ?? [])
      .map(toNatNetwork)
      .sort((a, b) => byText(a.name, b.name)),
    dhcpServers: (services?.first('DHCPServers')?.all('DHCPServer') ?? [])
      .map(({ attributes }) => attributes['networkName'] ?? '')
      .sort(byText),
  };
}

/** A profile that was never used. */
export const emptyProfile: Profile = { machines: [], natNetworks: [], dhcpServers: [] };
