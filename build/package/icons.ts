import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { parts } from '../../test/setup/parts.ts';
import { icnsOf, icoOf, iconSizes, isInIco, type Picture } from './icon-files.ts';

/* npm run icons: draws assets/icons/netloom.svg in every size with the Chromium of the tests. The results are kept. */

const folder = new URL('../../assets/icons/', import.meta.url);

async function draw(svg: string): Promise<Picture[]> {
  const executablePath = parts().chromium?.path ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    const pictures: Picture[] = [];
    for (const size of iconSizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
      pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

function keep(name: string, content: Buffer): void {
  writeFileSync(new URL(name, folder), content);
  console.log(`${name} ${content.length} bytes`);
}

const pictures = await draw(readFileSync(fileURLToPath(new URL('netloom.svg', folder)), 'utf8'));
for (const { size, png } of pictures) keep(`${size}x${size}.png`, png);
keep('netloom.ico', icoOf(pictures.filter(({ size }) => isInIco(size))));
keep('netloom.icns', icnsOf(pictures));
