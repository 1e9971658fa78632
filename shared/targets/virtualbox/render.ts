import { sha256Hex } from '../../base/digest.ts';
import type { Blueprint } from '../../blueprint/blueprint.ts';
import { shellCommand, shellWord } from '../../text/posix-shell.ts';
import type { Artifact } from '../target.ts';
import { networkOfCard } from './holds.ts';
import { commands } from './operation.ts';
import { plan } from './plan.ts';
import type { Observed } from './state.ts';
import { wanted } from './wanted.ts';

/** Version of the files below; goes up when their form changes. */
export const filesVersion = 1;

const nothing: Observed = {
  machines: [],
  natNetworks: [],
  dhcpServers: [],
  unreadable: [],
  foreign: { machines: [], natNetworks: [], ports: [] },
};

const head = `#!/usr/bin/env bash
# Builds this lab in VirtualBox, once. Written by Netloom; see README.md beside it.
# VBOXMANAGE names the program, VBOX_USER_HOME the VirtualBox profile.
set -euo pipefail
export LC_ALL=C.UTF-8
vboxmanage=\${VBOXMANAGE:-VBoxManage}

# VBoxManage ends with code 0 after some failures, so its words count too.
run() {
  local said status=0
  said=$("$vboxmanage" "$@" 2>&1 >/dev/null </dev/null) || status=$?
  if [ "$status" -ne 0 ] || grep -q '^VBoxManage: error:' <<<"$said"; then
    printf '%s\\n' "$said" >&2
    printf 'stopped at: VBoxManage' >&2
    printf ' %q' "$@" >&2
    printf '\\n' >&2
    exit 1
  fi
}

# Machines have the same UUID every time: one that exists is never touched.
absent() {
  if "$vboxmanage" showvminfo "$1" >/dev/null 2>&1 </dev/null; then
    printf 'a machine with UUID %s exists already (%s); nothing was done\\n' "$1" "$2" >&2
    exit 1
  fi
}

command -v -- "$vboxmanage" >/dev/null || { printf 'not found: %s\\n' "$vboxmanage" >&2; exit 1; }
`;

function script(blueprint: Blueprint): string {
  const checks = wanted(blueprint).machines.map(({ uuid, name }) => shellCommand(['absent', uuid, name]));
  const steps = plan(blueprint, nothing, 'apply').steps.flatMap((step) => [
    '',
    ...commands(step.operation).map((words) => shellCommand(['run', ...words])),
  ]);
  const count = blueprint.machines.length;
  return `${[head, ...checks, ...steps, '', `printf '%s\\n' ${shellWord(`machines made: ${count}`)}`].join('\n')}\n`;
}

function readme(blueprint: Blueprint): string {
  const { machines, natNetworks } = wanted(blueprint);
  return `# A lab for VirtualBox

\`manifest.json\` names the lab, its machines and its networks.

- Run \`./apply.sh\` to make ${machines.length} virtual machine(s) and ${natNetworks.length} NAT network(s). It stops at the first
  error and refuses to start when one of the machines exists.
- It needs bash and VirtualBox 7. Set \`VBOXMANAGE\` when the program is not on the path.
- Machines have no disk: attach one, or an installation image, in VirtualBox.
- Netloom knows machines by a record it keeps where it made them. It treats those made by this script as foreign
  and will not change or delete them.
`;
}

function manifest(blueprint: Blueprint, files: readonly Artifact[]): string {
  const { machines, natNetworks } = wanted(blueprint);
  const internal = machines.flatMap(({ cards }) =>
    cards.flatMap(({ attachment }) =>
      attachment.kind === 'intnet' ? [networkOfCard(attachment) ?? ''] : [],
    ),
  );
  const description = {
    generator: { name: 'netloom', target: 'virtualbox', version: filesVersion },
    lab: blueprint.lab,
    machines: machines.map(({ uuid, name, device, group }) => ({ uuid, name, device, group })),
    natNetworks: natNetworks.map(({ name, cidr }) => ({ name, cidr })),
    internalNetworks: [...new Set(internal)].sort(),
    files: files.map(({ path, text }) => ({ path, sha256: sha256Hex(text) })),
  };
  return `${JSON.stringify(description, undefined, 2)}\n`;
}

/** The create plan as a script for people who have VirtualBox but not Netloom. */
export function render(blueprint: Blueprint): readonly Artifact[] {
  const files: Artifact[] = [
    { path: 'apply.sh', text: script(blueprint), executable: true },
    { path: 'README.md', text: readme(blueprint) },
  ];
  return [...files, { path: 'manifest.json', text: manifest(blueprint, files) }];
}
