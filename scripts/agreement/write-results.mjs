/** Keeps what runs found in test/agreement/measured.json and tells it in test/agreement/RESULTS.md. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from '../bring-up/paths.mjs';

const MEASURED = inProject('test', 'agreement', 'measured.json');
const EXPLAINED = inProject('test', 'agreement', 'explained.json');
const RESULTS = inProject('test', 'agreement', 'RESULTS.md');
/** Name of the entry of seeds that ever failed. */
export const KEPT = 'kept';

const readJson = (file, fallback) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : fallback;

/** "LibreOffice 7.4.7.2". */
const readVersion = () =>
  execFileSync('soffice', ['--version'], { encoding: 'utf8' }).split(' ').slice(0, 2).join(' ');

/** A count that was called sure, and LibreOffice came to another. */
export const isSureAndWrong = (each) =>
  each.certainty.sure && each.libreOffice.pages !== each.pages;

/** LibreOffice came to a count that even the unsure count does not name. */
export const isOutside = ({ certainty, libreOffice }) =>
  libreOffice.pages < certainty.min || libreOffice.pages > certainty.max;

const entryOf = (seeds, results) => {
  const sum = (count) => results.reduce((all, each) => all + Number(count(each)), 0);
  const seedsOf = (found) => seeds.filter((_, at) => found(results[at]));
  const lines = sum((each) => each.lines);
  return {
    date: new Date().toISOString().slice(0, 10),
    libreOffice: readVersion(),
    documents: seeds.length,
    pages: sum((each) => each.pages),
    lines,
    pdfSamePages: sum((each) => each.pdf.pages === each.pages),
    pdfSameLines: lines - sum((each) => each.pdf.disagreements.length),
    samePages: sum((each) => each.libreOffice.pages === each.pages),
    sameLines: lines - sum((each) => each.libreOffice.disagreements.length),
    sure: sum((each) => each.certainty.sure),
    otherPages: seedsOf((each) => each.libreOffice.pages !== each.pages),
    sureAndWrong: seedsOf(isSureAndWrong),
    outside: seedsOf(isOutside),
    roots: seeds.flatMap((seed, at) =>
      results[at].libreOffice.disagreements
        .filter(({ cause }) => cause !== 'follows')
        .map(({ page, line, why, cause }) => ({ seed, page, line, why, cause })),
    ),
  };
};

const totalOf = (entries) => {
  const total = {};
  for (const [key, value] of entries.flatMap((entry) => Object.entries(entry))) {
    if (typeof value === 'number') total[key] = (total[key] ?? 0) + value;
    if (Array.isArray(value)) total[key] = [...(total[key] ?? []), ...value];
  }
  return total;
};

/** Ranges that follow each other as one, "7000–7039" and "7040–7079" as "7000–7079". */
const mergeRanges = (measured) => {
  const ranges = Object.entries(measured)
    .filter(([name]) => name !== KEPT)
    .map(([name, entry]) => ({ bounds: name.split('–').map(Number), entry }))
    .sort((a, b) => a.bounds[0] - b.bounds[0]);
  const merged = [];
  for (const { bounds, entry } of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && last.bounds[1] + 1 === bounds[0]) {
      last.bounds = [last.bounds[0], bounds[1]];
      last.entry = { date: entry.date, ...totalOf([last.entry, entry]) };
    } else merged.push({ bounds, entry });
  }
  return merged.map(({ bounds, entry }) => [bounds.join('–'), entry]);
};

const percent = (part, whole) => `${((100 * part) / whole).toFixed(3)} %`;
const seedList = (seeds) => (seeds.length === 0 ? '0' : `${seeds.length} (${seeds.join(', ')})`);

const rowOf = (name, each) =>
  `| ${[
    name,
    each.date ?? '',
    each.documents,
    each.pages,
    each.pdfSamePages,
    percent(each.pdfSameLines, each.lines),
    each.samePages,
    `${each.sameLines} of ${each.lines}`,
    percent(each.sameLines, each.lines),
    each.sure,
    seedList(each.sureAndWrong),
    seedList(each.outside),
  ].join(' | ')} |`;

/** Lines that differ by themselves, by the rule of SPEC.md that explains them. */
const groupRoots = (roots, explained) => {
  const groups = new Map();
  const seen = new Set();
  for (const root of roots) {
    const key = `${root.seed}/${root.page}/${root.line}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const rule = explained[root.seed] ?? (root.cause === 'rounding' ? 'D1' : 'Not explained');
    groups.set(rule, [...(groups.get(rule) ?? []), root]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
};

const tellGroup = ([rule, roots]) =>
  [
    `### ${rule} (${roots.length})`,
    roots
      .map(({ seed, page, line, why }) => `- ${seed}, page ${page}, line ${line}: ${why}`)
      .join('\n'),
  ].join('\n\n');

const tell = (measured, explained) => {
  const entries = Object.values(measured);
  const ranges = mergeRanges(measured);
  const kept = measured[KEPT];
  const versions = [...new Set(entries.map(({ libreOffice }) => libreOffice))].join(', ');
  const groups = groupRoots(
    entries.flatMap(({ roots }) => roots),
    explained,
  );
  return `# Agreement, as measured

Written by \`npm run test:agreement\`, not by hand. Documents of \`test/corpus\` are laid out by the page
engine and exported as PDF and as DOCX; ${versions} lays out the DOCX. Each line of each page is
compared. Seeds from 10000 on have what proposals rarely have (joined cells, rows that may not be
split, words wider than a column), from 40000 on all that papers may have, from 80000 on they are
proposals through the form. "Sure" counts the documents whose page count the engine calls certain;
"outside" names those that LibreOffice gives a count that \`min\` … \`max\` does not hold.

| seeds | date | documents | pages | PDF: same count | PDF: same lines | same count | same lines | share | sure | sure and wrong | outside |
|---|---|---|---|---|---|---|---|---|---|---|---|
${ranges.map(([name, entry]) => rowOf(name, entry)).join('\n')}
${ranges.length === 0 ? '' : rowOf('**all of these**', totalOf(ranges.map(([, entry]) => entry)))}
${kept === undefined ? '' : `${rowOf('kept, for they failed once', kept)}\n`}
## Lines that differ by themselves

What only follows from them is counted above and not listed here. The rules stand in
\`shared/layout/SPEC.md\`.

${groups.length === 0 ? 'None.' : groups.map(tellGroup).join('\n\n')}
`;
};

/** An earlier entry of the same name is replaced. */
export const writeResults = (name, seeds, results) => {
  const measured = readJson(MEASURED, {});
  measured[name] = entryOf(seeds, results);
  writeFileSync(MEASURED, `${JSON.stringify(measured, null, 1)}\n`);
  writeFileSync(RESULTS, tell(measured, readJson(EXPLAINED, {})));
};
