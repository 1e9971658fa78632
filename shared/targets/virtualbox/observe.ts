import { byText, rowOf } from '../../base/by-id.ts';
import { networkPrefix } from './names.ts';
import type { ReadMachine } from './read-machine.ts';
import type { Profile } from './read-profile.ts';
import { type LabLedger, type NatNetwork, type Observed, ownerMark, type TakenPort } from './state.ts';

/** What the driver read: the profile, every machine of it, and which machines run. */
export interface Readings {
  readonly labId: string;
  readonly profile: Profile;
  /** Registered machines; `machine` is undefined where the file cannot be read. */
  readonly machines: readonly {
    readonly uuid: string;
    readonly path: string;
    readonly machine: ReadMachine | undefined;
  }[];
  readonly ledger: LabLedger;
  /** UUIDs of machines that are switched on. */
  readonly running: readonly string[];
}

/**
 * Our mark with this machine's own UUID, and the ledger: a clone carries the mark of the machine it was made from,
 * and a machine of another computer or user is not in our ledger. A creation that was cut short has no mark yet.
 */
function isOurs(machine: ReadMachine, labId: string, ledger: LabLedger): boolean {
  const known = rowOf(ledger.machines, machine.uuid);
  if (machine.mark === ownerMark(labId, machine.uuid)) return known !== undefined;
  return known === 'creating' && machine.mark === undefined && machine.group.startsWith('/netloom/');
}

function portsOf(
  owner: string,
  forwards: readonly { protocol: 'tcp' | 'udp'; listenAddress: string; listenPort: number }[],
) {
  return forwards.map(
    ({ protocol, listenAddress, listenPort }): TakenPort => ({
      protocol,
      address: listenAddress,
      port: listenPort,
      owner,
    }),
  );
}

function machinePorts(machine: ReadMachine): TakenPort[] {
  return machine.cards.flatMap(({ attachment }) =>
    attachment.kind === 'nat' ? portsOf(machine.name, attachment.forwards) : [],
  );
}

/** What exists of a lab and what stands beside it, out of VirtualBox's own files. */
export function observe(readings: Readings): Observed {
  const { labId, ledger, profile } = readings;
  const machines: ReadMachine[] = [];
  const unreadable: { uuid: string; path: string; ours: boolean }[] = [];
  for (const { uuid, path, machine } of readings.machines) {
    if (machine) machines.push(machine);
    else unreadable.push({ uuid, path, ours: rowOf(ledger.machines, uuid) !== undefined });
  }
  const running = new Set(readings.running);
  const ours = machines.filter((machine) => isOurs(machine, labId, ledger));
  const others = machines.filter((machine) => !ours.includes(machine));
  const prefix = networkPrefix(labId);
  const known = (name: string) => (name.startsWith(prefix) ? rowOf(ledger.networks, name) : undefined);
  const isOurNetwork = ({ name, cidr }: NatNetwork): boolean => known(name)?.subnets.includes(cidr) ?? false;
  const foreignNetworks = profile.natNetworks.filter((network) => !isOurNetwork(network));
  const isOurServer = (name: string): boolean =>
    known(name) !== undefined && !foreignNetworks.some((network) => network.name === name);
  return {
    machines: ours
      .map(({ mark, natNetworks: _networks, ...machine }) => ({
        ...machine,
        marked: mark !== undefined,
        state: running.has(machine.uuid) ? ('running' as const) : machine.state,
      }))
      .sort((a, b) => byText(a.uuid, b.uuid)),
    natNetworks: profile.natNetworks.filter(isOurNetwork),
    dhcpServers: profile.dhcpServers.filter(isOurServer),
    unreadable,
    foreign: {
      machines: others
        .map(({ uuid, name, mark, natNetworks }) => ({
          uuid,
          name,
          ...(mark !== undefined && { mark }),
          natNetworks,
        }))
        .sort((a, b) => byText(a.uuid, b.uuid)),
      natNetworks: foreignNetworks,
      ports: [
        ...others.flatMap(machinePorts),
        ...foreignNetworks.flatMap((network) => portsOf(network.name, network.forwards)),
      ],
    },
  };
}

/** The keys of a lab's ledger that stand for something which exists and is the lab's. */
export function liveKeys(observed: Observed): Readonly<Record<keyof LabLedger, ReadonlySet<string>>> {
  const { machines, natNetworks, dhcpServers, unreadable } = observed;
  return {
    machines: new Set([...machines, ...unreadable.filter(({ ours }) => ours)].map(({ uuid }) => uuid)),
    networks: new Set([...natNetworks.map(({ name }) => name), ...dhcpServers]),
  };
}
