/**
 * Speed beside that of peers, in one run on one machine: see `npm run bench`. Writes RESULTS.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { join } from 'node:path';
import { exportPaper } from '../../electron/export';
import { createLayoutEngine, layoutFlow } from '../../shared/layout';
import type { Flow, Proposal, Template } from '../../shared/model';
import { createFlowBuilder, proposalFlow } from '../../shared/templates';
import { type BenchText, readBenchText, withKeystroke } from './bench-proposals';
import type { ColdInput, ColdRun } from './cold';
import { fitTimes, stylesToTry } from './fit';
import { loadPeers, type Peers } from './peers';
import { type Sample, sampleOf, timesOf } from './sample';

const [projectRoot = '.', workerFile = ''] = process.argv.slice(2);
const NOW = new Date('2023-05-17T03:00:00Z');
const LETTERS = 'nâng cao năng suất và chất lượng sản phẩm, hàng hoá ';

const say = (words: string): void => {
  process.stderr.write(`${words}\n`);
};

/** Editor's new value of one section → flow → pages → count, caches warm: one keystroke. */
const keystroke = (proposal: Proposal, template: Template, typed: string): Promise<Sample> => {
  const builder = createFlowBuilder(template);
  const engine = createLayoutEngine();
  engine.layout(builder.build(proposal));
  let now = proposal;
  return timesOf(
    (turn) => {
      now = withKeystroke(now, typed, LETTERS[turn % LETTERS.length] ?? ' ');
      return engine.layout(builder.build(now)).pages.length;
    },
    { warmUp: 300, count: 1000 },
  );
};

const typstKeystroke = (
  peers: Peers,
  { template, typed }: BenchText,
  base: Proposal,
): Promise<Sample> => {
  const compiler = peers.typst.create();
  let now = base;
  // The source is made outside the clock: Typst is measured, not our way of writing its language.
  const sources: string[] = [];
  for (let turn = 0; turn < 330; turn += 1) {
    now = withKeystroke(now, typed, LETTERS[turn % LETTERS.length] ?? ' ');
    sources.push(peers.typst.source(proposalFlow(now, template)));
  }
  return timesOf((turn) => compiler.pages(sources[turn] ?? ''), { warmUp: 30, count: 300 });
};

const COLD_RUNS = 25;
/** Each of these waits for its worker to come to rest. */
const FIRST_FITS = 7;

/** Fresh processes, ours and the peer's in turn, so that what else the machine does meets both. */
const cold = (
  input: ColdInput,
  count: number,
  ...runs: readonly ColdRun[]
): { readonly time: Sample; readonly cpu: Sample }[] => {
  const script = join(import.meta.dirname, 'cold.js');
  const inputFile = join(import.meta.dirname, 'cold-input.json');
  writeFileSync(inputFile, JSON.stringify(input));
  const times = runs.map(() => ({ time: [] as number[], cpu: [] as number[] }));
  for (let turn = 0; turn < count; turn += 1) {
    runs.forEach((what, at) => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [script, what, projectRoot, inputFile, workerFile],
        { encoding: 'utf8' },
      );
      const [time = Number.NaN, cpu = Number.NaN] = stdout.split(' ').map(Number.parseFloat);
      if (!Number.isFinite(time)) throw new Error(stderr.slice(-500));
      times[at]?.time.push(time);
      times[at]?.cpu.push(cpu);
    });
  }
  return times.map(({ time, cpu }) => ({ time: sampleOf(time), cpu: sampleOf(cpu) }));
};

const exportTimes = async (flow: Flow, format: 'pdf' | 'docx') => {
  const pageList = layoutFlow(flow);
  let bytes = 0;
  const first = performance.now();
  const write = async (): Promise<void> => {
    const paper = await exportPaper({ format, flow, pageList, author: '', now: NOW });
    if (!paper.ok) throw new Error(paper.error.message);
    bytes = paper.value.bytes.length;
  };
  await write();
  const firstTime = performance.now() - first;
  return { sample: await timesOf(write, { warmUp: 5, count: 30 }), bytes, firstTime };
};

const peerPdf = async (make: () => Promise<Uint8Array> | Uint8Array, count: number) => {
  const first = performance.now();
  let bytes = (await make()).length;
  const firstTime = performance.now() - first;
  const sample = await timesOf(
    async () => {
      bytes = (await make()).length;
    },
    { warmUp: 2, count },
  );
  return { sample, bytes, firstTime };
};

const ms = (value: number): string => value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 1);
const row = (name: string, sample: Sample, more = ''): string =>
  `| ${name} | ${ms(sample.p50)} | ${ms(sample.p95)} | ${ms(sample.p99)} | ${sample.count} | ${more} |`;
const target = (name: string, ratio: number, limit: number): string =>
  `| ${name} | ${ratio.toFixed(3)} | ≤ ${limit} | ${ratio <= limit ? 'met' : '**not met**'} |`;

/** Processes that wanted the machine in the last minute: more than one, and others ran beside us. */
const load = (): number => loadavg()[0] ?? 0;
const BUSY = 1.5;

const run = async (): Promise<string> => {
  const loadBefore = load();
  const example = JSON.parse(
    readFileSync(join(projectRoot, 'assets/examples/de-xuat-mau.json'), 'utf8'),
  ) as Proposal;
  const text = readBenchText(projectRoot, example);
  const { template, five, fifty, typed } = text;
  const peers = await loadPeers(projectRoot);
  const flow5 = proposalFlow(five, template);
  const flow50 = proposalFlow(fifty, template);
  const pages5 = layoutFlow(flow5).pages.length;
  const pages50 = layoutFlow(flow50).pages.length;

  say(`Keystroke, ${pages5} and ${pages50} pages …`);
  const ours5 = await keystroke(five, template, typed);
  const ours50 = await keystroke(fifty, template, typed);
  const typst5 = await typstKeystroke(peers, text, five);
  const typst50 = await typstKeystroke(peers, text, fifty);
  say('Whole layout …');
  const whole = await timesOf(() => layoutFlow(flow5).pages.length, { warmUp: 50, count: 200 });
  say('Cold …');
  const typstSource = peers.typst.source(flow5);
  const styles = stylesToTry(five, template);
  const input: ColdInput = { proposal: five, template, typstSource, styles };
  const [coldOurs, coldTypst] = cold(input, COLD_RUNS, 'ours', 'typst');
  const [firstFit] = cold(input, FIRST_FITS, 'fit');
  if (coldOurs === undefined || coldTypst === undefined || firstFit === undefined) {
    throw new Error('no cold run');
  }
  say('Vừa 5 trang …');
  const fit = await fitTimes(five, template);
  say('Files …');
  const pdf = await exportTimes(flow5, 'pdf');
  const docx = await exportTimes(flow5, 'docx');
  const compiler = peers.typst.create();
  const typstPages = compiler.pages(typstSource);
  const typstPdf = await peerPdf(() => compiler.pdf(typstSource), 30);
  const makePdf = await peerPdf(() => peers.pdfmake(flow5), 20);
  const reactPdf = await peerPdf(() => peers.reactPdf(flow5), 8);

  const versions = Object.entries({ node: process.version, ...peers.versions })
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  const loadAfter = load();
  const busy =
    Math.max(loadBefore, loadAfter) < BUSY
      ? ''
      : '\nOther work ran beside it: times are longer than on a quiet machine, ratios less certain.';
  const head = '| what | p50 ms | p95 ms | p99 ms | runs | |\n|---|---:|---:|---:|---:|---|';
  const size = (bytes: number, first: number): string =>
    `${Math.round(bytes / 1024)} KB, first ${ms(first)} ms`;
  return `# Speed beside peers

Written by \`npm run bench\`; every figure of one table comes from one run on one machine.
${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${process.platform} ${release()},
load ${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after; ${versions}.${busy}

The text is the example proposal (${pages5} pages) and one made of the same prose (${pages50} pages).
Peers get the same words, measures and fonts. Not like for like, in both directions: ours counts and
makes the whole page list from the editor's new value; Typst parses its source and lays it out, its
source is written outside the clock. By its own rules of spacing and breaking Typst comes to ${typstPages} pages.

## One keystroke to the new count

${head}
${row(`ours, ${pages5} pages`, ours5)}
${row(`ours, ${pages50} pages`, ours50)}
${row(`Typst, incremental, ${pages5} pages`, typst5)}
${row(`Typst, incremental, ${pages50} pages`, typst50)}
${row(`ours without caches, ${pages5} pages`, whole)}

## Cold: a fresh process to its first count

Ours loads the file that the window's layout worker is (${Math.round(statSync(workerFile).size / 1024)} KB minified), from the disk, and
gives it the proposal; reading and compiling it is in the time. Of Typst the compiler's creation with
its fonts and the first compilation are in it, loading its native module is not.

${head}
${row('ours', coldOurs.time, `processors ${ms(coldOurs.cpu.p50)} ms`)}
${row('Typst', coldTypst.time, `processors ${ms(coldTypst.cpu.p50)} ms`)}

## "Vừa ${template.pageLimit.max} trang": what every legal typography would give

${fit.styles} styles of the ${pages5}-page proposal, of which ${fit.fitting} fit; each count was compared with that of the
whole layout of that style. Nothing is known at the start of a run but what the words are.

${head}
${row('until the first style that fits', fit.first)}
${row('all styles', fit.all)}
${row('all styles, and how sure those are that are offered', fit.offered)}
${row('all styles, the first time in a worker', firstFit.time, `processors ${ms(firstFit.cpu.p50)} ms`)}
${row('each style from scratch', fit.fromScratch)}
${row(`${fit.shortLines} paragraphs with a word or two on their last line: what each would save`, fit.shortened)}

## Files, ${pages5} pages

${head}
${row('PDF, ours', pdf.sample, size(pdf.bytes, pdf.firstTime))}
${row('DOCX, ours', docx.sample, size(docx.bytes, docx.firstTime))}
${row('PDF, Typst', typstPdf.sample, size(typstPdf.bytes, typstPdf.firstTime))}
${row('PDF, pdfmake', makePdf.sample, size(makePdf.bytes, makePdf.firstTime))}
${row('PDF, react-pdf', reactPdf.sample, size(reactPdf.bytes, reactPdf.firstTime))}

## Targets

| ratio of medians | measured | target | |
|---|---:|---:|---|
${target('keystroke ÷ Typst, five pages', ours5.p50 / typst5.p50, 0.2)}
${target('keystroke, fifty ÷ five pages', ours50.p50 / ours5.p50, 2)}
${target('cold ÷ Typst', coldOurs.time.p50 / coldTypst.time.p50, 1)}
${target('all styles ÷ each from scratch', fit.all.p50 / fit.fromScratch.p50, 0.2)}
${target('PDF ÷ pdfmake', pdf.sample.p50 / makePdf.sample.p50, 0.4)}
${target("DOCX ÷ pdfmake's PDF", docx.sample.p50 / makePdf.sample.p50, 0.5)}
`;
};

const results = await run();
writeFileSync(join(projectRoot, 'test/bench/RESULTS.md'), results);
process.stdout.write(results);
