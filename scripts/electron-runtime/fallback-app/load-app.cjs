/**
 * Runs inside the fallback runtime, as its `resources/app`, in place of the default app that a plain Electron
 * brings along: `electron [switches] <folder>` starts the app in that folder. The runtime therefore serves every
 * checkout from one cache folder, and `electron-vite dev` and Playwright start it like a plain Electron.
 */
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

/**
 * @param {string[]} argv the process's arguments, the executable first
 * @returns {string} the absolute folder of the app to start
 */
function appFolder(argv) {
  const folder = argv.slice(1).find((argument) => !argument.startsWith('-'));
  if (folder === undefined || !existsSync(join(resolve(folder), 'package.json'))) {
    console.error('The fallback Electron needs the folder of an app as its argument.');
    process.exit(1);
  }
  return resolve(folder);
}

const folder = appFolder(process.argv);
const manifest = require(join(folder, 'package.json'));
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
app.setName(manifest.productName ?? manifest.name);
if (manifest.version !== undefined) app.setVersion(manifest.version);
app.setAppPath(folder);
require(join(folder, manifest.main ?? 'index.js'));
