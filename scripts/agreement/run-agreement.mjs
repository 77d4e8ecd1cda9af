/**
 * Arguments: `--count=300` documents from `--from=1` on (from 80000 on proposals through the form, from
 * 90000 on hard ones), or `--seeds=7,12`. Seeds that ever failed
 * stand in test/agreement/kept-seeds.json for ever and are tried first. `--oracle=24.8` asks a newer
 * LibreOffice than Debian's; it is fetched from npm (250 MB) and keeps no seeds. `--kept=no` leaves the
 * kept seeds out, `--count=0` tries them alone. Runs over a range and over the kept seeds are told in
 * test/agreement/RESULTS.md.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { inProject, projectRoot } from '../bring-up/paths.mjs';
import { mustRun } from '../bring-up/run-command.mjs';
import { runMain, say, sayWhile } from '../bring-up/say.mjs';
import { isOutside, isSureAndWrong, KEPT as KEPT_SEEDS, writeResults } from './write-results.mjs';

const KEPT = inProject('test', 'agreement', 'kept-seeds.json');
/** Documents written, converted and compared in one go. */
const BATCH = 40;
const LEAST_LINES = 0.999;

const argument = (name, fallback) => {
  const start = `--${name}=`;
  const found = process.argv.find((each) => each.startsWith(start));
  return found === undefined ? fallback : found.slice(start.length);
};

const isNewest = argument('oracle', '7.4') === '24.8';

/** Undefined: the one of the system, which measureAgreement takes by itself. */
const loadConverter = async () => {
  if (!isNewest) return undefined;
  const folder = inProject('test', 'agreement', 'newest');
  if (!existsSync(join(folder, 'node_modules', '@matbee'))) {
    await sayWhile('Cài LibreOffice 24.8 từ npm', () =>
      mustRun('npm', ['ci'], { cwd: folder, quiet: true }, 'Không cài được LibreOffice 24.8.'),
    );
  }
  const { convertWithNewest } = await load('test/agreement/newest/convert-with-newest.ts');
  return (into, documents) => convertWithNewest(projectRoot, into, documents);
};

const readKept = () => JSON.parse(readFileSync(KEPT, 'utf8'));

const seedsToTry = () => {
  const chosen = argument('seeds', '');
  if (chosen !== '') return chosen.split(',').map(Number);
  const from = Number(argument('from', '1'));
  const count = Number(argument('count', '300'));
  const range = Array.from({ length: count }, (_, index) => from + index);
  return [...new Set([...(argument('kept', 'yes') === 'no' ? [] : readKept()), ...range])];
};

/** Tells a run over a range, and one over all kept seeds; chosen seeds are only looked at. */
const tellResults = (seeds, results, kept) => {
  if (argument('seeds', '') !== '') return;
  const from = Number(argument('from', '1'));
  const end = from + Number(argument('count', '300'));
  const tellSome = (name, isOf) => {
    const places = seeds.flatMap((seed, at) => (isOf(seed) ? [at] : []));
    if (places.length === 0) return;
    writeResults(
      name,
      places.map((at) => seeds[at]),
      places.map((at) => results[at]),
    );
  };
  tellSome(`${from}–${end - 1}`, (seed) => seed >= from && seed < end);
  if (argument('kept', 'yes') !== 'no') tellSome(KEPT_SEEDS, (seed) => kept.includes(seed));
};

/** Without type checks and bundling: the sources run as they are. */
const load = async (path) =>
  (await runnerImport(inProject(path), { root: projectRoot, configFile: false, logLevel: 'error' }))
    .module;

const nameOf = (seed) => `seed-${seed}`;

const countOf = (cause) => (each) =>
  each.libreOffice.disagreements.filter((line) => line.cause === cause).length;

/** Another number of pages that rounding of LibreOffice's own explains. */
const isExcused = (each) =>
  each.libreOffice.isShifted &&
  countOf('rule')(each) === 0 &&
  each.libreOffice.pages !== each.pages;

const judge = (results) => {
  const sum = (count) => results.reduce((all, each) => all + count(each), 0);
  const lines = sum((each) => each.lines);
  return {
    documents: results.length,
    pages: sum((each) => each.pages),
    lines,
    pdf: {
      samePages: sum((each) => (each.pdf.pages === each.pages ? 1 : 0)),
      sameLines: lines - sum((each) => each.pdf.disagreements.length),
    },
    libreOffice: {
      samePages: sum((each) => (each.libreOffice.pages === each.pages ? 1 : 0)),
      otherPagesByRounding: sum((each) => (isExcused(each) ? 1 : 0)),
      sameLines: lines - sum((each) => each.libreOffice.disagreements.length),
      byRounding: sum(countOf('rounding')),
      following: sum(countOf('follows')),
      byRule: sum(countOf('rule')),
    },
  };
};

const percent = (part, whole) => `${((100 * part) / whole).toFixed(3)} %`;

const report = ({ documents, pages, lines, pdf, libreOffice }) => {
  say(`${documents} văn bản, ${pages} trang, ${lines} dòng.`);
  say(`PDF: ${pdf.samePages} văn bản đúng số trang; dòng đúng ${percent(pdf.sameLines, lines)}.`);
  say(
    `LibreOffice: ${libreOffice.samePages} văn bản đúng số trang (${libreOffice.otherPagesByRounding} lệch do LibreOffice làm tròn); dòng đúng ${percent(libreOffice.sameLines, lines)}.`,
  );
  say(
    `Dòng lệch: ${libreOffice.byRounding} do LibreOffice làm tròn, ${libreOffice.following} kéo theo, ${libreOffice.byRule} khác quy tắc.`,
  );
};

const isFailed = (each) =>
  each.pdf.disagreements.length > 0 ||
  each.pdf.pages !== each.pages ||
  countOf('rule')(each) > 0 ||
  isSureAndWrong(each) ||
  isOutside(each) ||
  (each.libreOffice.pages !== each.pages && !isExcused(each));

const showFailed = (seed, each) => {
  process.stderr.write(
    `  ${seed}: ${each.pages} trang, LibreOffice ${each.libreOffice.pages}; ${each.libreOffice.disagreements.length} dòng lệch\n`,
  );
  const show = (whose, { page, line, text, why }) =>
    process.stderr.write(`      ${whose}, trang ${page} dòng ${line}: ${why}\n        ${text}\n`);
  const ruled = each.libreOffice.disagreements.filter(({ cause }) => cause === 'rule');
  for (const found of ruled.slice(0, 2)) show('LibreOffice', found);
  for (const found of each.pdf.disagreements.slice(0, 2)) show('PDF', found);
};

await runMain(async () => {
  const { corpusFlow } = await load('test/corpus/index.ts');
  const { PROPOSAL_SEEDS, proposalCorpusFlow } = await load('test/corpus/proposal-flow.ts');
  const flowOf = (seed) => (seed < PROPOSAL_SEEDS ? corpusFlow : proposalCorpusFlow)(seed);
  const { measureAgreement } = await load('test/agreement/measure-agreement.ts');
  const convert = await loadConverter();
  const folder = argument('keep', '') || mkdtempSync(join(tmpdir(), 'bdx-agreement-'));
  const seeds = seedsToTry();
  const results = [];
  try {
    for (let from = 0; from < seeds.length; from += BATCH) {
      const batch = seeds.slice(from, from + BATCH);
      const documents = batch.map((seed) => ({ name: nameOf(seed), flow: flowOf(seed) }));
      const measured = await measureAgreement(folder, documents, convert);
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
  const before = readKept();
  if (!isNewest) tellResults(seeds, results, before);
  const failed = seeds.filter((_, index) => isFailed(results[index]));
  const kept = [...new Set([...before, ...failed])].sort((a, b) => a - b);
  if (failed.length > 0 && !isNewest) writeFileSync(KEPT, `${JSON.stringify(kept)}\n`);
  mkdirSync(inProject('test-results'), { recursive: true });
  const file = inProject('test-results', 'agreement.json');
  writeFileSync(
    file,
    `${JSON.stringify({ total, different: results.filter((each) => each.libreOffice.disagreements.length > 0) }, null, 1)}\n`,
  );
  report(total);
  say(`Chi tiết: ${file}`);
  const { pdf, libreOffice } = total;
  const isGood =
    pdf.samePages === total.documents &&
    pdf.sameLines === total.lines &&
    libreOffice.samePages + libreOffice.otherPagesByRounding === total.documents &&
    libreOffice.sameLines >= total.lines * LEAST_LINES &&
    !results.some((each) => isSureAndWrong(each) || isOutside(each));
  return isGood ? 0 : 1;
});
