/** Writes assets/font-metrics/liberation-serif.json from the font files. Run with Node by hand. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './bring-up/paths.mjs';
import { metricsText } from './font-metrics/metrics-text.mjs';
import { readFamily } from './font-metrics/read-family.mjs';

mkdirSync(inProject('assets', 'font-metrics'), { recursive: true });
const family = readFamily((name) => readFileSync(inProject('assets', 'fonts', name)));
writeFileSync(inProject('assets', 'font-metrics', 'liberation-serif.json'), metricsText(family));
