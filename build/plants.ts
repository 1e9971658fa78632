import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, layers, runNode } from './cruise.ts';

/*
 * One violation of each kind in a temporary tree, and the finding each must lead to.
 * The tree is small: it has the project's own configuration and packages, but none of its sources.
 */

type Tree = Map<string, string>;

const folders = ['shared', 'host', 'cli', 'electron', 'renderer'];

/** Files the planted ones import, so that only the direction of the import is wrong. */
const fixedGround = [
  'shared/base/a.ts',
  'shared/ip/a.ts',
  'shared/messages/message.ts',
  'shared/contract/index.ts',
  'shared/rules/rule.ts',
  'shared/rules/no-a.ts',
  'shared/targets/target.ts',
  'shared/targets/one/index.ts',
  'shared/pipeline.ts',
  'host/a.ts',
  'cli/main.ts',
  'electron/main.ts',
  'renderer/theme/a.ts',
  'renderer/ui/a.ts',
  'renderer/canvas/a.ts',
  'renderer/panels/a.ts',
  'renderer/App.tsx',
  'renderer/main.tsx',
  'test/a.ts',
];

/** [file, what it imports, the rule that must object; nothing when it must be allowed] */
const fixed: readonly (readonly [file: string, to: string, rule: string | undefined])[] = [
  ['shared/base/p1.ts', 'host/a.ts', 'shared-is-lowest'],
  ['shared/base/p2.ts', 'cli/main.ts', 'shared-is-lowest'],
  ['shared/base/p3.ts', 'electron/main.ts', 'shared-is-lowest'],
  ['shared/base/p4.ts', 'renderer/App.tsx', 'shared-is-lowest'],
  ['shared/base/p5.ts', 'test/a.ts', 'nobody-imports-test'],
  ['shared/base/p6.ts', 'node:fs', 'shared-has-no-node'],
  ['shared/base/p7.ts', 'react', 'shared-packages'],
  ['shared/base/p8.ts', 'no-such-package', 'no-unresolved'],
  ['shared/base/p9.ts', 'shared/ip/a.ts', 'order-shared-base'],
  ['shared/ip/p1.ts', 'shared/pipeline.ts', 'order-shared-ip'],
  ['shared/contract/p1.ts', 'shared/pipeline.ts', 'order-shared-contract'],
  ['shared/rules/no-p1.ts', 'shared/rules/no-a.ts', 'rules-apart'],
  ['shared/targets/two/p1.ts', 'shared/targets/one/index.ts', 'targets-apart'],
  ['host/p1.ts', 'renderer/App.tsx', 'host-knows-no-face'],
  ['host/p2.ts', 'cli/main.ts', 'host-knows-no-face'],
  ['host/p3.ts', 'electron/main.ts', 'host-knows-no-face'],
  ['host/p4.ts', 'commander', 'host-packages'],
  ['host/p5.ts', 'test/a.ts', 'nobody-imports-test'],
  ['cli/p1.ts', 'renderer/App.tsx', 'cli-knows-no-window'],
  ['cli/p2.ts', 'react', 'cli-packages'],
  ['electron/p1.ts', 'renderer/App.tsx', 'electron-knows-no-other-face'],
  ['electron/p2.ts', 'cli/main.ts', 'electron-knows-no-other-face'],
  ['electron/p3.ts', 'zod', 'electron-packages'],
  ['electron/preload.ts', 'host/a.ts', 'preload-is-small'],
  ['electron/channels.ts', 'node:path', 'preload-is-small'],
  ['renderer/ui/p1.ts', 'host/a.ts', 'renderer-knows-only-shared'],
  ['renderer/ui/p2.ts', 'cli/main.ts', 'renderer-knows-only-shared'],
  ['renderer/ui/p3.ts', 'node:path', 'renderer-has-no-node'],
  ['renderer/theme/p1.ts', 'renderer/ui/a.ts', 'order-renderer-theme'],
  ['renderer/ui/p4.ts', 'renderer/App.tsx', 'order-renderer-ui'],
  ['renderer/canvas/p1.ts', 'renderer/panels/a.ts', 'order-renderer-canvas'],
  ['renderer/App.tsx', 'renderer/main.tsx', 'app-before-main'],
  ['renderer/panels/p5.ts', 'renderer/main.tsx', 'order-renderer-panels'],
  ['renderer/panels/p1.ts', 'renderer/canvas/a.ts', 'canvas-and-panels-apart'],
  ['renderer/panels/p2.ts', '@xyflow/react', 'react-flow-in-canvas'],
  ['renderer/panels/p3.ts', '@xyflow/react/dist/style.css', 'react-flow-css'],
  ['renderer/panels/p4.ts', 'test/a.ts', 'nobody-imports-test'],
  ['shared/ip/ok1.ts', 'shared/base/a.ts', undefined],
  ['shared/base/ok2.ts', 'zod', undefined],
  ['shared/base/ok3.ts', '@noble/hashes/sha2.js', undefined],
  ['shared/messages/catalogue.ts', 'shared/contract/index.ts', undefined],
  ['shared/rules/no-ok4.ts', 'shared/rules/rule.ts', undefined],
  ['shared/rules/index.ts', 'shared/rules/no-a.ts', undefined],
  ['shared/targets/two/ok5.ts', 'shared/targets/target.ts', undefined],
  ['shared/targets/index.ts', 'shared/targets/one/index.ts', undefined],
  ['host/ok6.ts', 'node:fs', undefined],
  ['cli/ok7.ts', 'commander', undefined],
  ['electron/ok9.ts', 'electron', undefined],
  ['electron/ok10.ts', 'host/a.ts', undefined],
  ['renderer/canvas/ok8.ts', '@xyflow/react', undefined],
];

/** Uses of what the core may not see: each must be an error of the compiler. */
const impure = {
  console: 'console.log(1);',
  window: 'window.close();',
  document: 'document.title;',
  setTimeout: 'setTimeout(() => {}, 1);',
  process: 'process.exit();',
  fetch: "void fetch('x');",
  unchecked: 'const list: number[] = []; export const first: number = list[0];',
  strict: 'export const f = (x) => x;',
};

const lint: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['shared/base/l1.ts', 'export const x = Math.random();', 'no-restricted-properties'],
  ['shared/base/l2.ts', 'export const x = Date.now();', 'no-restricted-globals'],
  ['shared/base/l3.ts', 'export const x = new Date();', 'no-restricted-globals'],
  ['shared/base/l4.ts', 'export default 1;', 'no-default-export'],
  ['host/l5.ts', 'export const f = async () => 1;\nexport const g = () => { f(); };', 'no-floating-promises'],
  ['host/l6.ts', 'export const f = (x: any) => x;', 'no-explicit-any'],
  [
    'host/l7.ts',
    "type T = 'a' | 'b';\nexport const f = (t: T) => { switch (t) { case 'a': return 1; } return 2; };",
    'switch-exhaustiveness-check',
  ],
  [
    'renderer/ui/l9.tsx',
    "import { useState } from 'react';\nexport const X = (p: { a: boolean }) => { if (p.a) useState(1); return null; };",
    'rules-of-hooks',
  ],
  ['renderer/ui/l8.tsx', 'export default function X() { return <b />; }', 'no-default-export'],
];

function importText(file: string, to: string): string {
  const local = [...folders, 'test'].some((folder) => to.startsWith(`${folder}/`));
  const path = relative(dirname(file), to);
  const target = local ? (path.startsWith('.') ? path : `./${path}`) : to;
  // Type-only where it can be: these are the imports a compiler forgets first.
  return local && to.endsWith('a.ts') ? `export type { A } from '${target}';\n` : `import '${target}';\n`;
}

function plant(root: string, trees: readonly Tree[]): string {
  const place = mkdtempSync(join(tmpdir(), 'netloom-plants-'));
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  for (const name of ['build', 'tsconfig.json', '.oxlintrc.json', 'package.json']) {
    cpSync(join(root, name), join(place, name), { recursive: true });
  }
  for (const tree of trees) {
    for (const [name, text] of tree) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), text);
    }
  }
  return place;
}

/** Each folder imports its right-hand neighbour. */
function orderPlants(layer: 'shared' | 'renderer'): (readonly [string, string, string])[] {
  const order = layers.known[layer].filter((name) => !name.includes('.'));
  return order.slice(0, -1).map((folder, index) => {
    return [`${layer}/${folder}/order.ts`, `${layer}/${order[index + 1]}/a.ts`, `order-${layer}-${folder}`];
  });
}

async function layersPlants(root: string): Promise<string[]> {
  const imports = [...fixed, ...orderPlants('shared'), ...orderPlants('renderer')];
  const ground = [...fixedGround, ...imports.map(([, to]) => to).filter((to) => to.endsWith('/a.ts'))];
  const hit = new Set([...imports.map(([, , rule]) => rule), 'no-cycles']);
  const unplanted = layers.forbidden.map(({ name }) => name).filter((name) => !hit.has(name));
  const base: Tree = new Map(ground.map((name) => [name, 'export interface A {\n  a: 1;\n}\n']));
  const planted: Tree = new Map(imports.map(([file, to]) => [file, importText(file, to)]));
  planted
    .set('host/cycle-a.ts', "import './cycle-b.ts';\n")
    .set('host/cycle-b.ts', "import './cycle-a.ts';\n");
  const place = plant(root, [base, planted]);
  try {
    const { violations } = await cruise(place, folders);
    const cycle = violations.some(({ rule, from }) => rule === 'no-cycles' && from.startsWith('host/cycle-'));
    return [
      ...unplanted.map((name) => `no violation of ${name} is planted`),
      ...(cycle ? [] : ['planted cycle was not caught']),
      ...imports.flatMap(([file, to, rule]) => {
        const found = violations.filter(({ from }) => from === file).map((violation) => violation.rule);
        if (rule === undefined) {
          return found.length === 0 ? [] : [`${file} may import ${to} but was caught by ${found.join()}`];
        }
        return found.includes(rule)
          ? []
          : [`planted ${file} -> ${to} was not caught by ${rule}, but by [${found.join()}]`];
      }),
    ];
  } finally {
    rmSync(place, { recursive: true });
  }
}

async function typesPlants(root: string): Promise<string[]> {
  const tree: Tree = new Map([['shared/base/fine.ts', 'export const x = [1].at(0);\n']]);
  for (const [name, text] of Object.entries(impure))
    tree.set(`shared/base/${name}.ts`, `${text}\nexport {};\n`);
  tree.set(
    'shared/base/node.ts',
    "import 'node:fs';\nimport { readFileSync } from 'node:fs';\nreadFileSync('');\n",
  );
  const place = plant(root, [tree]);
  try {
    const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
    const { out, err } = await runNode(place, [tsc, '-p', 'build/tsconfig.shared.json', '--pretty', 'false']);
    const caught = (name: string) => (out + err).includes(`shared/base/${name}.ts(`);
    return [
      ...[...Object.keys(impure), 'node']
        .filter((name) => !caught(name))
        .map((n) => `types: planted ${n} was not caught`),
      ...(caught('fine') ? [`types: a fine file was refused: ${out}`] : []),
    ];
  } finally {
    rmSync(place, { recursive: true });
  }
}

async function lintPlants(root: string): Promise<string[]> {
  const fine = 'shared/base/fine.ts';
  const tree: Tree = new Map([[fine, 'export const x = Math.max(1, 2);\n']]);
  for (const [file, text] of lint) tree.set(file, `${text}\n`);
  const place = plant(root, [tree]);
  try {
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const { out, err } = await runNode(place, [
      oxlint,
      '--type-aware',
      '--format',
      'unix',
      ...folders.slice(0, 2),
      'renderer',
    ]);
    const lines = out.split('\n');
    const found = (file: string, rule: string) =>
      lines.some((line) => line.includes(`${file}:`) && line.includes(`(${rule})`));
    const missed = lint.filter(([file, , rule]) => !found(file, rule));
    return [
      ...missed.map(([file, , rule]) => `lint: planted ${file} was not caught by ${rule}`),
      ...(lines.some((line) => line.includes(`${fine}:`)) ? ['lint: a fine file was refused'] : []),
      ...(missed.length === lint.length ? [out, err] : []),
    ];
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** The plants that were not caught, and the fine files that were. */
export async function checkPlants(root: string): Promise<string[]> {
  const results = await Promise.all([layersPlants(root), typesPlants(root), lintPlants(root)]);
  return results.flat();
}
