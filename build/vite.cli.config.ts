import { chmodSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../dist/cli', import.meta.url));

/** The command line tool: one file with every package in it, so that it runs without node_modules. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  resolve: { conditions: ['node', 'module', 'import', 'default'] },
  build: {
    ssr: fileURLToPath(new URL('../cli/main.ts', import.meta.url)),
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: [...builtinModules, /^node:/],
      output: {
        format: 'es',
        entryFileNames: 'netloom.js',
        codeSplitting: false,
        banner: '#!/usr/bin/env node',
      },
    },
  },
  plugins: [
    {
      name: 'executable',
      writeBundle() {
        chmodSync(`${outDir}/netloom.js`, 0o755);
      },
    },
  ],
});
