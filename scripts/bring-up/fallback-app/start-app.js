/**
 * Lies in resources/app of the fallback runtime and does what Electron's own default app does with
 * `electron FOLDER`: starts the program that lies in FOLDER. The runtime comes without a default app.
 * It is a module and waits for the import, so that Electron waits with `ready` as it should.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron FOLDER [switches]\n');
  process.exit(2);
}
const appPath = resolve(folder);
const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setVersion(manifest.version);
app.setName(manifest.productName ?? manifest.name);
app.setAppPath(appPath);
await import(pathToFileURL(join(appPath, manifest.main)).href);
