import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDesign } from '../../../shared/file/read.ts';
import { expectedWords, fileWords } from '../../../shared/file/words.ts';
import { fillTemplate } from '../../../shared/messages/format.ts';
import type { Message } from '../../../shared/messages/message.ts';

const folder = join(import.meta.dirname, '../../cases-broken');
const templates: Readonly<Record<string, string>> = { ...fileWords, ...expectedWords };

function words(message: Message | undefined): string | undefined {
  return message && fillTemplate(templates[message.id] ?? message.id, message.values, 'en');
}

/** Each folder holds a file that does not read well, and what a person is told about it. */
it.each(readdirSync(folder).toSorted())('%s', async (name) => {
  const { design, diagnostics } = readDesign(readFileSync(join(folder, name, 'lab.netloom.json'), 'utf8'));
  const told = {
    opens: design !== undefined,
    diagnostics: diagnostics.map(({ code, severity, message, hint, at, position, fixes }) => ({
      place: `${position?.line}:${position?.column}`,
      at: [at.table, at.row, at.field].filter((part) => part !== undefined).join(' '),
      says: `${severity} ${code}: ${words(message)}`,
      hint: words(hint),
      fixes: fixes.map(({ label }) => words(label)),
    })),
  };
  await expect(`${JSON.stringify(told, undefined, 2)}\n`).toMatchFileSnapshot(
    join(folder, name, 'expected.json'),
  );
});
