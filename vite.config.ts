import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer: plain files that any web server, or a desktop shell, can serve from any folder. */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome114',
    sourcemap: false,
    // Of what is bundled; the package of the desktop app passes it on.
    license: { fileName: 'licences.md' },
  },
});
