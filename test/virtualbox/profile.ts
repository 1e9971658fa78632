import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { neverCancelled } from '../../shared/base/cancel.ts';
import type { Blueprint } from '../../shared/blueprint/blueprint.ts';
import { applyPlan } from '../../shared/plan/apply.ts';
import type { ApplyReport, Plan } from '../../shared/plan/plan.ts';
import type { Purpose } from '../../shared/targets/target.ts';
import { virtualbox } from '../../shared/targets/virtualbox/index.ts';
import type { Operation } from '../../shared/targets/virtualbox/operation.ts';
import type { Observed } from '../../shared/targets/virtualbox/state.ts';
import { virtualboxDriver } from '../../host/drivers/virtualbox/driver.ts';
import { run } from '../../host/process/run.ts';
import { parts } from '../setup/parts.ts';

/** A VirtualBox profile of a test's own, with its own service, machines and Netloom state. */
export interface Profile {
  readonly folder: string;
  readonly home: string;
  readonly machines: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls VBoxManage as a person would; fails the test when it reports an error. */
  vbox(...args: string[]): Promise<string>;
  observe(labId: string): Promise<Observed>;
  plan(blueprint: Blueprint, purpose?: Purpose): Promise<Plan<Operation>>;
  apply(blueprint: Blueprint, purpose?: Purpose): Promise<ApplyReport>;
  /** `showvminfo --machinereadable` as a map, the first line of each key. */
  info(uuid: string): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

export function program(): string {
  const { virtualbox: part } = parts();
  if (!part) throw new Error('there is no VirtualBox: run npm run setup, or set VBOXMANAGE');
  return part.wrapper;
}

/** Services that belong to a profile, by the environment they were started with. */
export function servicesOf(home: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^[0-9]+$/.test(name)) return [];
    try {
      const isService = readFileSync(`/proc/${name}/comm`, 'utf8').startsWith('VBoxSVC');
      const isOurs = readFileSync(`/proc/${name}/environ`, 'utf8')
        .split('\0')
        .includes(`VBOX_USER_HOME=${home}`);
      return isService && isOurs ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

let count = 0;

export async function openProfile(vboxmanage: string = program()): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'netloom-vbox-'));
  const home = join(folder, 'home');
  const machines = join(folder, 'machines');
  const env = {
    ...process.env,
    VBOXMANAGE: vboxmanage,
    VBOX_USER_HOME: home,
    VBOX_IPC_SOCKETID: `netloom${process.pid}x${count++}`,
    NETLOOM_STATE: join(folder, 'state'),
  };
  const vbox = async (...args: string[]): Promise<string> => {
    const ran = await run(program(), args, { env, timeoutMs: 60_000 });
    if (ran.code !== 0 || /^VBoxManage: error:/m.test(ran.stderr))
      throw new Error(`${args.join(' ')}: ${ran.stderr}`);
    return ran.stdout;
  };
  await vbox('setproperty', 'machinefolder', machines);
  const driver = virtualboxDriver({ env });
  const observe = async (labId: string): Promise<Observed> => {
    const observed = await driver.observe(labId, neverCancelled);
    if (!observed.ok) throw new Error(JSON.stringify(observed.problem));
    return observed.value;
  };
  const plan = async (blueprint: Blueprint, purpose: Purpose = 'apply'): Promise<Plan<Operation>> => {
    const live = virtualbox.live;
    if (!live) throw new Error('not a live target');
    return live.plan(blueprint, await observe(blueprint.lab.id), purpose);
  };
  return {
    folder,
    home,
    machines,
    env,
    vbox,
    observe,
    plan,
    apply: async (blueprint, purpose) =>
      applyPlan(await plan(blueprint, purpose), driver, {
        cancel: neverCancelled,
        parallel: 2,
        onState: () => undefined,
      }),
    info: async (uuid) => {
      const lines = (await vbox('showvminfo', uuid, '--machinereadable')).split('\n');
      const pairs = lines.flatMap((line): [string, string][] => {
        const match = /^"?([^"=]+)"?="?(.*?)"?$/.exec(line);
        return match ? [[match[1] ?? '', match[2] ?? '']] : [];
      });
      return new Map(pairs.reverse());
    },
    close: async () => {
      // The service ends by itself five seconds after its last client; it is never killed.
      for (let turn = 0; turn < 150 && servicesOf(home).length > 0; turn++) await pause(100);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
