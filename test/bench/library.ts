/**
 * Speed of the search and of the list of calls over a library as large as anyone will have: see
 * `npm run bench:library`. Writes RESULTS-LIBRARY.md.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadShippedData } from '../../electron/assets';
import { openStore, type Store } from '../../electron/store';
import {
  assemblePack,
  type Call,
  calendarOfYears,
  callSearchDocument,
  defaultDeadlineSettings,
  type LegalReference,
  type Pack,
  type Programme,
  programmeSearchDocuments,
  referenceSearchDocument,
  type SearchDocument,
  searchDocument,
  searchRecords,
} from '../../shared/model';
import { callReport } from '../../shared/rules';
import { randomOf } from '../corpus';
import { paragraphText } from '../corpus/vietnamese-prose';
import { type Sample, timesOf } from './sample';

const CALLS = 100;
const REFERENCES = 3000;
const PROGRAMMES = 10;
const TASKS = 390;
const PROPOSALS = 3000;
const NOW = '2026-11-25T03:00:00.000Z';

const QUERIES = [
  'nang cao nang suat',
  'nâng cao năng suất',
  'chuyen doi so',
  'chuyển đổi số trong sản xuất',
  '06/KH-UBND',
  '1322',
  'tieu chuan do luong chat luong',
  'he thong quan ly',
  'hai phong',
  'doanh nghiep',
  'cong nghe',
  'so',
  'n',
  'robot han',
  'kinh phi nhiem vu',
  'khong co chu nay dau',
] as const;

const data = loadShippedData(join(process.argv[2] ?? '.', 'assets'));

const proseParagraphs = (seed: number, count: number): string[] => {
  const random = randomOf(seed + 1);
  return Array.from({ length: count }, () => paragraphText(random, count === 1 ? 1 : 4, 0.3));
};

const must = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const packOf = (id: string, contents: Partial<Pack>): Pack =>
  assemblePack(
    {
      id,
      title: id,
      edition: 1,
      publishedOn: '2026-11-24',
      validFrom: null,
      validTo: null,
      source: 'bench',
    },
    contents,
  );

const calls: Call[] = many(CALLS, (index) => {
  const call = data.calls[index % data.calls.length] as Call;
  return { ...call, id: `${call.id}-${index}`, title: `${call.title} (${index})` };
});
const references: LegalReference[] = many(REFERENCES, (index) => {
  const reference = data.references[index % data.references.length] as LegalReference;
  const number = `${index + 1}/QĐ-UBND`;
  return {
    ...reference,
    id: `vb-${index}`,
    number,
    variants: [],
    conflicts: [],
    replacedBy: [],
    amends: [],
    title: proseParagraphs(index, 1).join(' '),
  };
});
const programmes: Programme[] = many(PROGRAMMES, (index) => {
  const programme = data.programmes[index % data.programmes.length] as Programme;
  return {
    ...programme,
    id: `ct-${index}`,
    tasks: many(TASKS, (at) => ({
      ...(programme.tasks[at % programme.tasks.length] as Programme['tasks'][number]),
      id: `nv-${index}-${at}`,
      title: proseParagraphs(index * TASKS + at, 1).join(' '),
    })),
  };
});

const richText = (paragraphs: readonly string[]) => ({
  type: 'doc',
  content: paragraphs.map((text) => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  })),
});

const fill = (store: Store): SearchDocument[] => {
  for (let from = 0; from < REFERENCES; from += 500) {
    const some = references.slice(from, from + 500);
    must(store.importPack(packOf(`van-ban-${from}`, { references: some })));
  }
  must(store.importPack(packOf('dot', { calls, calendarYears: data.calendar.years })));
  for (const programme of programmes) {
    must(store.importPack(packOf(`goi-${programme.id}`, { programmes: [programme] })));
  }
  const template = data.templates.find(({ id }) => id === 'hp-2023-bdx');
  if (template === undefined) throw new Error('the form is not there');
  return many(PROPOSALS, (index) => {
    const title = proseParagraphs(index, 1)[0]?.slice(0, 90) ?? '';
    const paragraphs = proseParagraphs(10_000 + index, 4);
    const { id } = must(
      store.createProposal({
        callId: 'hp-2023-1882',
        templateId: template.id,
        title,
        organisationId: null,
        style: template.typography.style,
        values: { i: title, ii: richText(paragraphs) },
      }),
    );
    return searchDocument('proposal', id, title, [title, ...paragraphs]);
  });
};

const row = (name: string, { p50, p95, max, count }: Sample): string =>
  `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${max.toFixed(1)} | ${count} |`;

const folder = mkdtempSync(join(tmpdir(), 'bdx-bench-'));
const store = must(
  openStore({
    folder,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    appVersion: 'bench',
  }),
);
try {
  process.stderr.write('10.000 tài liệu: đang nạp …\n');
  const documents = [
    ...fill(store),
    ...calls.map(callSearchDocument),
    ...references.map(referenceSearchDocument),
    ...programmes.flatMap(programmeSearchDocuments),
  ];
  const feedStart = performance.now();
  // Before each answer a step of what is new goes in; in the program the rest follows when idle.
  for (let step = 0; step <= PROPOSALS / 40 + 1; step += 1) must(store.search({ query: 'x' }));
  const feeding = performance.now() - feedStart;
  const queryAt = (turn: number): string => QUERIES[turn % QUERIES.length] ?? '';
  const found = await timesOf((turn) => must(store.search({ query: queryAt(turn) })).length, {
    warmUp: QUERIES.length,
    count: QUERIES.length * 25,
  });
  const scanned = await timesOf((turn) => searchRecords(documents, queryAt(turn), 30).length, {
    warmUp: QUERIES.length,
    count: QUERIES.length,
  });
  const listed = await timesOf(
    () => {
      const library = must(store.library());
      const calendar = calendarOfYears(library.calendarYears, data.calendar);
      return library.calls.filter(
        (call) => callReport(call, calendar, defaultDeadlineSettings, NOW).ok,
      ).length;
    },
    { warmUp: 5, count: 100 },
  );
  const text = [
    '# Search and the list of calls',
    '',
    '`npm run bench:library` writes this page. Milliseconds; the scan is the same search over the same',
    'documents in memory, word by word, without an index.',
    '',
    `${documents.length} documents: ${PROPOSALS} proposals, ${CALLS} calls, ${REFERENCES} references, ${PROGRAMMES} programmes, ${PROGRAMMES * TASKS} tasks.`,
    `${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}. ${QUERIES.length} different queries in turn. Load of the machine meanwhile: ${(loadavg()[0] ?? 0).toFixed(1)}.`,
    '',
    '| what | p50 | p95 | longest | times |',
    '|---|---:|---:|---:|---:|',
    row('a search in the index', found),
    row('the same by a scan in memory', scanned),
    row(`list of ${CALLS} calls with effective deadlines and states`, listed),
    '',
    `The index takes in all of it in ${Math.round(feeding)} ms, once, outside any saving.`,
    `Target: search ≤ 20 ms, list ≤ 30 ms in the median: ${found.p50 <= 20 && listed.p50 <= 30 ? 'met' : 'NOT met'}.`,
    `A scan takes ${(scanned.p50 / found.p50).toFixed(1)} times as long as the index.`,
    '',
  ].join('\n');
  writeFileSync(join(process.argv[2] ?? '.', 'test/bench/RESULTS-LIBRARY.md'), text);
  process.stdout.write(text);
} finally {
  store.close();
  rmSync(folder, { recursive: true, force: true });
}
