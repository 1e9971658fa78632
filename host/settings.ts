import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Settings, settingsShape } from '../shared/contract/shapes.ts';
import { atomicWrite } from './files/atomic-write.ts';
import { stateFolder } from './state-folder.ts';

const standard: Settings = settingsShape.parse({ theme: 'system', language: 'system' });

/** The settings kept on this computer; the standard ones where there are none or they cannot be read. */
export async function readSettings(): Promise<Settings> {
  try {
    const parsed = settingsShape.safeParse(
      JSON.parse(await readFile(join(stateFolder(), 'settings.json'), 'utf8')),
    );
    return parsed.success ? parsed.data : standard;
  } catch {
    return standard;
  }
}

/** @throws NodeJS.ErrnoException when they cannot be kept */
export async function writeSettings(settings: Settings): Promise<void> {
  await mkdir(stateFolder(), { recursive: true });
  await atomicWrite(join(stateFolder(), 'settings.json'), `${JSON.stringify(settings)}\n`);
}
