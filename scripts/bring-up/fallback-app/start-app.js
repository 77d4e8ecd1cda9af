/**
 * Lies in resources/app of the fallback runtime and does what Electron's own default app does with
 * `electron [-r FILE] FOLDER`: starts the program that lies in FOLDER, after FILE. The runtime comes
 * without a default app. It is a module and waits for the import, so that Electron waits with `ready` as it should.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1);
const at = given.indexOf('-r');
const [, first] = at < 0 ? [] : given.splice(at, 2);
const folder = given.find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron [-r FILE] FOLDER [switches]\n');
  process.exit(2);
}
if (first !== undefined) createRequire(import.meta.url)(resolve(first));
const appPath = resolve(folder);
const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setVersion(manifest.version);
app.setName(manifest.productName ?? manifest.name);
app.setAppPath(appPath);
await import(pathToFileURL(join(appPath, manifest.main)).href);
