import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FetchError, run } from './attempt.ts';
import { installPackages, isDebianRoot, packages } from './debian.ts';
import { provideElectron } from './electron.ts';
import { type ChromiumPart, cacheFolder, type Parts, parts, partsFile } from './parts.ts';
import { provideVirtualBox } from './virtualbox.ts';

const missingFile = fileURLToPath(new URL('./MISSING.md', import.meta.url));

async function provideChromium(): Promise<ChromiumPart> {
  const path = process.env['CHROMIUM'] || '/usr/bin/chromium';
  const asked = await run(path, ['--version', '--no-sandbox'], { quiet: true, seconds: 60 });
  const version = /\d+(\.\d+)+/.exec(asked.out)?.[0];
  if (asked.code !== 0 || !version) throw new Error(`${path} --version: ${asked.lastLine}`);
  return { path, version };
}

function recordMissing(missing: Readonly<Record<string, string>>): void {
  const lines = Object.entries(missing).map(
    ([part, error]) => `- ${part}, ${new Date().toISOString().slice(0, 10)}: \`${error}\``,
  );
  const found = lines.length === 0 ? ['Nothing is missing.'] : lines;
  const head = ['# Parts the full suite could not fetch', '', 'Written by `npm run setup`.', ''];
  writeFileSync(missingFile, `${[...head, ...found].join('\n')}\n`);
}

async function provide(): Promise<number> {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  if (!isDebianRoot()) {
    const usable = parts();
    console.log('Setup installs parts only as root on Debian. What the full suite needs there:');
    for (const [name, use] of Object.entries(packages)) console.log(`  ${name}: ${use}`);
    console.log(
      'Elsewhere set VBOXMANAGE, CHROMIUM and ELECTRON_OVERRIDE_DIST_PATH to what you installed yourself.',
    );
    return usable.virtualbox && usable.chromium && usable.electron ? 0 : 1;
  }
  const missing: Record<string, string> = {};
  let failures = 0;
  const part = async <Value>(name: string, make: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await make();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (error instanceof FetchError) {
        console.log(`MISSING ${name}: ${text}`);
        missing[name] = text;
      } else {
        console.log(`FAILED ${name}: ${text}`);
        failures++;
      }
      return undefined;
    }
  };
  const unfetched = await installPackages();
  for (const [name, error] of Object.entries(unfetched)) {
    console.log(`MISSING ${name}: ${error}`);
    missing[name] = error;
  }
  const chromium = unfetched['chromium'] ? undefined : await part('chromium', provideChromium);
  const virtualbox = await part('virtualbox', () => provideVirtualBox(cache));
  if (unfetched['xvfb']) missing['electron'] = unfetched['xvfb'];
  const electron = unfetched['xvfb'] ? undefined : await part('electron', () => provideElectron(cache));
  const made: Parts = {
    missing,
    ...(virtualbox && { virtualbox }),
    ...(chromium && { chromium }),
    ...(electron && { electron }),
  };
  writeFileSync(partsFile(), `${JSON.stringify(made, null, 2)}\n`);
  recordMissing(missing);
  console.log(
    [
      `chromium ${chromium?.version ?? 'not usable'}`,
      `VirtualBox ${virtualbox?.version ?? 'not usable'}`,
      `Electron ${electron?.version ?? 'not usable'}`,
    ].join(', '),
  );
  return failures === 0 ? 0 : 1;
}

process.exitCode = await provide();
