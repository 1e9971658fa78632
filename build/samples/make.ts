import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeDesign } from '../../shared/file/write.ts';
import { samples } from './index.ts';

/* npm run samples: writes the samples that are made by a script. */
for (const [name, make] of Object.entries(samples)) {
  const file = fileURLToPath(new URL(`../../assets/samples/${name}.netloom.json`, import.meta.url));
  writeFileSync(file, writeDesign(make()));
  console.log(`wrote assets/samples/${name}.netloom.json`);
}
