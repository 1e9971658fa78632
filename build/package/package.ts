import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { configFor } from './config.ts';
import { type Electron, electronToPack, electronVariable } from './electron.ts';
import { targetsFor } from './targets.ts';
import { localTools } from './tools.ts';

/*
 * npm run package                     packs the app for this platform into dist/package
 * npm run package -- dir AppImage     only these kinds
 *   --out <folder>                    somewhere else
 *   --quick                           with little compression
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Described {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function describedIn(folder: string): Described {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Described;
}

function pinnedElectron(): string {
  const pinned = describedIn(root).devDependencies['electron'];
  if (pinned === undefined) throw new Error('package.json pins no Electron');
  return pinned;
}

function tellOf({ folder, version }: Electron, pinned: string): void {
  const builder = describedIn(join(root, 'node_modules/electron-builder')).version;
  const remark =
    process.env[electronVariable] === undefined
      ? 'which package.json pins'
      : `named by ${electronVariable}` +
        (version === pinned ? '' : `; not the ${pinned} that package.json pins, so not to be given away`);
  console.log(`electron-builder ${builder}`);
  console.log(`Electron ${version} from ${folder}, ${remark}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: join(root, 'dist/package') },
      quick: { type: 'boolean', default: false },
    },
  });
  const targets = targetsFor(positionals);
  const pinned = pinnedElectron();
  const electron = await electronToPack({
    env: process.env,
    module: join(root, 'node_modules/electron'),
    pinned,
  });
  tellOf(electron, pinned);
  Object.assign(process.env, localTools(process.env, values.quick));
  const output = resolve(values.out);
  const config = configFor({ electron, output, quick: values.quick });
  const made = await build({ targets, config, projectDir: root, publish: 'never' });
  for (const file of made) {
    console.log(`made ${relative(process.cwd(), file)}, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  }
  console.log(`in ${output}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
