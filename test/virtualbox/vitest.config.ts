import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Against the real VBoxManage: one at a time, since tests share the machine's ports and host networks. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/virtualbox/**/*.test.ts'],
    globalSetup: ['test/virtualbox/identify.ts', 'test/setup/virtualbox-suite.ts'],
    environment: 'node',
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
  },
});
