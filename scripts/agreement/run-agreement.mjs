/**
 * Arguments: `--count=300` documents from `--from=1` on, or `--seeds=7,12`. Seeds that ever failed
 * stand in test/agreement/kept-seeds.json for ever and are tried first.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { inProject, projectRoot } from '../bring-up/paths.mjs';
import { runMain, say } from '../bring-up/say.mjs';

const KEPT = inProject('test', 'agreement', 'kept-seeds.json');
/** Documents written, converted and compared in one go. */
const BATCH = 40;
const LEAST_LINES = 0.999;

const argument = (name, fallback) => {
  const start = `--${name}=`;
  const found = process.argv.find((each) => each.startsWith(start));
  return found === undefined ? fallback : found.slice(start.length);
};

const readKept = () => JSON.parse(readFileSync(KEPT, 'utf8'));

const seedsToTry = () => {
  const chosen = argument('seeds', '');
  if (chosen !== '') return chosen.split(',').map(Number);
  const from = Number(argument('from', '1'));
  const count = Number(argument('count', '300'));
  const range = Array.from({ length: count }, (_, index) => from + index);
  return [...new Set([...readKept(), ...range])];
};

/** Without type checks and bundling: the sources run as they are. */
const load = async (path) =>
  (await runnerImport(inProject(path), { root: projectRoot, configFile: false, logLevel: 'error' }))
    .module;

const nameOf = (seed) => `seed-${seed}`;

const judge = (results) => {
  const sum = (count) => results.reduce((all, each) => all + count(each), 0);
  const lines = sum((each) => each.lines);
  const wrongLines = sum((each) => each.libreOffice.disagreements.length);
  return {
    documents: results.length,
    pages: sum((each) => each.pages),
    lines,
    samePagesInPdf: sum((each) => (each.pdf.pages === each.pages ? 1 : 0)),
    sameLinesInPdf: lines - sum((each) => each.pdf.disagreements.length),
    samePagesInLibreOffice: sum((each) => (each.libreOffice.pages === each.pages ? 1 : 0)),
    sameLinesInLibreOffice: lines - wrongLines,
  };
};

const percent = (part, whole) => `${((100 * part) / whole).toFixed(3)} %`;

const report = (total) => {
  say(`${total.documents} văn bản, ${total.pages} trang, ${total.lines} dòng.`);
  say(
    `PDF: ${total.samePagesInPdf} văn bản đúng số trang; dòng đúng ${percent(total.sameLinesInPdf, total.lines)}.`,
  );
  say(
    `LibreOffice: ${total.samePagesInLibreOffice} văn bản đúng số trang; dòng đúng ${percent(total.sameLinesInLibreOffice, total.lines)}.`,
  );
};

const isFailed = (each) =>
  each.pdf.disagreements.length > 0 ||
  each.libreOffice.disagreements.length > 0 ||
  each.pdf.pages !== each.pages ||
  each.libreOffice.pages !== each.pages;

const showFailed = (seed, each) => {
  process.stderr.write(
    `  ${seed}: ${each.pages} trang, LibreOffice ${each.libreOffice.pages}; ${each.libreOffice.disagreements.length} dòng lệch\n`,
  );
  for (const { page, line, text, why } of each.libreOffice.disagreements.slice(0, 2)) {
    process.stderr.write(`      trang ${page} dòng ${line}: ${why}\n        ${text}\n`);
  }
  for (const { page, line, text, why } of each.pdf.disagreements.slice(0, 2)) {
    process.stderr.write(`      PDF, trang ${page} dòng ${line}: ${why}\n        ${text}\n`);
  }
};

await runMain(async () => {
  const { corpusFlow } = await load('test/corpus/index.ts');
  const { measureAgreement } = await load('test/agreement/measure-agreement.ts');
  const folder = argument('keep', '') || mkdtempSync(join(tmpdir(), 'bdx-agreement-'));
  const seeds = seedsToTry();
  const results = [];
  try {
    for (let from = 0; from < seeds.length; from += BATCH) {
      const batch = seeds.slice(from, from + BATCH);
      const documents = batch.map((seed) => ({ name: nameOf(seed), flow: corpusFlow(seed) }));
      const measured = await measureAgreement(folder, documents);
      measured.forEach((each, index) => {
        if (isFailed(each)) showFailed(batch[index], each);
      });
      results.push(...measured);
      say(`Đã so ${results.length}/${seeds.length} văn bản.`);
    }
  } finally {
    if (argument('keep', '') === '') rmSync(folder, { recursive: true, force: true });
  }
  const total = judge(results);
  const failed = seeds.filter((_, index) => isFailed(results[index]));
  const kept = [...new Set([...readKept(), ...failed])].sort((a, b) => a - b);
  writeFileSync(KEPT, `${JSON.stringify(kept)}\n`);
  mkdirSync(inProject('test-results'), { recursive: true });
  const file = inProject('test-results', 'agreement.json');
  writeFileSync(file, `${JSON.stringify({ total, failed: results.filter(isFailed) }, null, 1)}\n`);
  report(total);
  say(`Chi tiết: ${file}`);
  const isGood =
    total.samePagesInPdf === total.documents &&
    total.sameLinesInPdf === total.lines &&
    total.samePagesInLibreOffice === total.documents &&
    total.sameLinesInLibreOffice >= total.lines * LEAST_LINES;
  return isGood ? 0 : 1;
});
