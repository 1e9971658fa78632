import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { callNames, eventNames } from '../shared/contract/index.ts';

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * The desktop shell. Two runs, `--mode main` and `--mode preload`, each into one CommonJS file: a sandboxed preload
 * must be a single file. The target is the oldest Electron the tests run on.
 */
export default defineConfig(({ mode }) => ({
  root: path('.'),
  publicDir: false,
  define: { CALL_NAMES: JSON.stringify(callNames), EVENT_NAMES: JSON.stringify(eventNames) },
  resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
  build: {
    outDir: path('dist/electron'),
    emptyOutDir: false,
    chunkSizeWarningLimit: 2000,
    target: 'node18',
    minify: false,
    // The preload has nothing of others in it.
    license: mode === 'main' && { fileName: 'licences.md' },
    lib: { entry: path(`electron/${mode}.ts`), formats: ['cjs'], fileName: () => `${mode}.cjs` },
    rolldownOptions: { external: ['electron', ...builtinModules, /^node:/] },
  },
}));
