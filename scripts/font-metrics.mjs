/**
 * Writes assets/font-metrics from the font files: the metrics to be read and compared by people, and
 * the same packed for the program. Run with Node by hand.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './bring-up/paths.mjs';
import { metricsText } from './font-metrics/metrics-text.mjs';
import { packedText } from './font-metrics/packed-text.mjs';
import { readFamily } from './font-metrics/read-family.mjs';

mkdirSync(inProject('assets', 'font-metrics'), { recursive: true });
const family = readFamily((name) => readFileSync(inProject('assets', 'fonts', name)));
const write = (name, text) => writeFileSync(inProject('assets', 'font-metrics', name), text);
write('liberation-serif.json', metricsText(family));
write('liberation-serif.packed.json', packedText(family));
