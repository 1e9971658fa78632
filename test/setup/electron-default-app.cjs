'use strict';
// What Electron runs when it is started with an app as argument: `electron [-r module] [flags] <app> [arguments]`.
// The runtime of the tests comes without it.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');

const preload = [];
let target;
const args = process.argv.slice(1);
while (args.length > 0 && target === undefined) {
  const arg = args.shift();
  if (arg === '-r' || arg === '--require') preload.push(args.shift());
  else if (arg === '-v' || arg === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (!arg.startsWith('-')) target = path.resolve(arg);
}
if (target === undefined) {
  console.error('usage: electron [-r module] <app>');
  process.exit(2);
}
Module._preloadModules(preload);
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const described = path.join(target, 'package.json');
if (fs.existsSync(described)) {
  const { version, productName, name } = JSON.parse(fs.readFileSync(described, 'utf8'));
  if (version) app.setVersion(version);
  if (productName || name) app.setName(productName || name);
  app.setAppPath(target);
}
Module._load(target, module, true);
