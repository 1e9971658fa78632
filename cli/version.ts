import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package, wherever this file was bundled to below it. */
export const packageRoot: string = rootFrom(dirname(fileURLToPath(import.meta.url)));

const described = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly engines: { readonly node: string };
};
export const version: string = described.version;
/** The oldest Node.js that will do. */
export const leastNode: string = described.engines.node.replace('>=', '');

function rootFrom(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  return rootFrom(dirname(folder));
}
