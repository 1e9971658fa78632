import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruised {
  readonly modules: readonly string[];
  readonly violations: readonly Violation[];
}

/** The configuration, which also knows what may stand directly in shared and renderer. */
export const layers = createRequire(import.meta.url)('./layers.cjs') as {
  readonly forbidden: readonly { readonly name: string }[];
  readonly known: { readonly shared: readonly string[]; readonly renderer: readonly string[] };
};

interface Output {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

export function runNode(
  cwd: string,
  args: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }));
  });
}

/** Runs dependency-cruiser with build/layers.cjs of `root` over its folders. */
export async function cruise(root: string, folders: readonly string[]): Promise<Cruised> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', 'build/layers.cjs', '--output-type', 'json', ...folders];
  const ran = await runNode(root, args);
  if (!ran.out.startsWith('{')) throw new Error(`dependency-cruiser: ${ran.err || ran.out}`);
  const output = JSON.parse(ran.out) as Output;
  return {
    modules: output.modules.map(({ source }) => source),
    violations: output.summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
  };
}
