import { spawnSync } from 'node:child_process';

/** The long run of test/renderer/actions/random.test.ts: 5,000 sequences from a new seed, or as the environment says. */
const env = {
  NETLOOM_PROVE_RUNS: '5000',
  NETLOOM_PROVE_SEED: String(Date.now() % 2 ** 31),
  ...process.env,
};
console.log(`seed ${env.NETLOOM_PROVE_SEED}, ${env.NETLOOM_PROVE_RUNS} sequences`);
const args = ['node_modules/vitest/vitest.mjs', 'run', 'test/renderer/actions/random.test.ts'];
process.exitCode = spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 1;
