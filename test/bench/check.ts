import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readDesign } from '../../shared/file/read.ts';
import { applyChange } from '../../shared/model/change.ts';
import type { Design } from '../../shared/model/design.ts';
import { setField } from '../../shared/model/edit/set-field.ts';
import { createAnalyser } from '../../shared/pipeline.ts';

/*
 * How long checking a large lab takes, beside reading the same file. Everything is measured in one process and one run, in
 * CPU time of the process, since a wall clock measures the neighbours too. Nothing is asserted: read the ratios.
 */

const file = fileURLToPath(new URL('../../assets/samples/provincial-cloud.netloom.json', import.meta.url));
const edits = 200;

interface Spent {
  readonly cpu: number;
  readonly wall: number;
}

/** CPU and wall time of one call, in milliseconds. */
function spent<Value>(deed: () => Value): Spent & { readonly value: Value } {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const value = deed();
  const { user, system } = process.cpuUsage(cpu);
  return { value, cpu: (user + system) / 1000, wall: performance.now() - wall };
}

function quantile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const text = readFileSync(file, 'utf8');
const parse = spent(() => JSON.parse(text) as unknown);
const read = spent(() => {
  const { design } = readDesign(text);
  if (!design) throw new Error('the sample cannot be read');
  return design;
});
const analyse = createAnalyser();
const cold = spent(() => analyse(read.value));

/** Moves one address to another host of its network and back, an interface after another. */
function* edited(start: Design): Iterable<Design> {
  const rows = Object.entries(start.interfaces).filter(([, { addresses = [] }]) => addresses.length > 0);
  let design = start;
  for (let count = 0; count < edits; count++) {
    const [row = '', { addresses = [] } = {}] = rows[(count * 37) % rows.length] ?? [];
    const typed = addresses.join(', ').replace(/\.[0-9]+\//, `.${(count % 200) + 20}/`);
    const result = setField(design, { table: 'interfaces', row, field: 'addresses', text: typed });
    if (!result.ok) throw new Error(`refused: ${result.problem.id}`);
    design = applyChange(design, result.value);
    yield design;
  }
}

const each = [...edited(read.value)].map((design) => spent(() => analyse(design)));
const warm = [parse, ...Array.from({ length: 10 }, () => spent(() => JSON.parse(text) as unknown))];
const floor = quantile(
  warm.map(({ cpu }) => cpu),
  0.5,
);

/** The least that a check can do: look at every field of every row once. */
function readEveryField(design: Design): number {
  let seen = 0;
  for (const table of Object.values(design)) {
    for (const row of Object.values(table)) {
      if (typeof row !== 'object' || row === null) continue;
      for (const value of Object.values(row)) if (value !== undefined) seen++;
    }
  }
  return seen;
}

const touches = Array.from({ length: 11 }, () => spent(() => readEveryField(read.value)));
const touch = quantile(
  touches.map(({ cpu }) => cpu),
  0.5,
);

const line = (name: string, { cpu, wall }: Spent) =>
  console.log(
    `${name.padEnd(34)} ${cpu.toFixed(1).padStart(8)} ms CPU  ${wall.toFixed(1).padStart(8)} ms  ${(cpu / floor).toFixed(2).padStart(7)} x JSON.parse ${(cpu / touch).toFixed(0).padStart(6)} x floor`,
  );
const rows = Object.entries(read.value).map(([, table]) => Object.keys(table).length);
console.log(
  `provincial-cloud: ${rows.reduce((sum, count) => sum + count, 0)} rows, ${text.length} bytes, ${cold.value.diagnostics.length} findings`,
);
line('JSON.parse, cold', parse);
line('JSON.parse, median of 11', {
  cpu: floor,
  wall: quantile(
    warm.map(({ wall }) => wall),
    0.5,
  ),
});
line('floor: every field read once', {
  cpu: touch,
  wall: quantile(
    touches.map(({ wall }) => wall),
    0.5,
  ),
});
line('readDesign, cold', read);
line('full check, cold', cold);
for (const [name, share] of [
  ['p50', 0.5],
  ['p99', 0.99],
] as const) {
  const at = (of: keyof Spent) =>
    quantile(
      each.map((one) => one[of]),
      share,
    );
  line(`check after one edit, ${name} of ${edits}`, { cpu: at('cpu'), wall: at('wall') });
}
