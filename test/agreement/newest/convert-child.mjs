/**
 * Arguments: a folder of fonts, a folder to write into, DOCX files. A line on standard output for
 * each file that is done. It is watched from outside: this LibreOffice sometimes never answers.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import {
  createSubprocessConverter,
  loadFontsFromDirectory,
} from '@matbee/libreoffice-converter/server';

const [fontsFolder, outFolder, ...documents] = process.argv.slice(2);
const packageFile = createRequire(import.meta.url).resolve(
  '@matbee/libreoffice-converter/package.json',
);
const converter = await createSubprocessConverter({
  wasmPath: join(dirname(packageFile), 'wasm'),
  fonts: await loadFontsFromDirectory(fontsFolder),
});
process.stdout.write('ready\n');
for (const document of documents) {
  const { data } = await converter.convert(
    readFileSync(document),
    { outputFormat: 'pdf' },
    basename(document),
  );
  const file = join(outFolder, basename(document).replace(/\.docx$/, '.pdf'));
  writeFileSync(`${file}.part`, data);
  renameSync(`${file}.part`, file);
  process.stdout.write(`${file}\n`);
}
