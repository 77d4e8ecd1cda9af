/** Writes assets/line-break/break-classes.json from Unicode's data. Run with Node by hand. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { classesText } from './break-classes/classes-text.mjs';
import { readClasses } from './break-classes/read-classes.mjs';
import { inProject } from './bring-up/paths.mjs';

const folder = inProject('assets', 'line-break');
mkdirSync(folder, { recursive: true });
writeFileSync(
  inProject('assets', 'line-break', 'break-classes.json'),
  classesText(await readClasses()),
);
