import { openStore, type Store } from '../../electron/store';
import { checkOptions } from './check-store';
import { seededRandom } from './random';
import { plainStyle } from './workload';

/** One figure of the benchmark run, milliseconds. */
export interface Measured {
  readonly what: string;
  readonly median: number;
  readonly p99: number;
  /** What the design asks for; null: no such figure. */
  readonly goal: string;
}

const WORDS =
  'nghiên cứu ứng dụng công nghệ nâng cao năng suất chất lượng sản phẩm doanh nghiệp Hải Phòng đổi mới thiết bị đo lường quy trình kiểm định môi trường tự động hoá kinh tế thị trường lao động'.split(
    ' ',
  );

const quantile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

const timesOf = (count: number, work: (turn: number) => void): number[] =>
  Array.from({ length: count }, (_, turn) => {
    const start = performance.now();
    work(turn);
    return performance.now() - start;
  });

const measured = (what: string, times: readonly number[], goal: string): Measured => ({
  what,
  median: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  goal,
});

const need = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** On the disk that `folder` lies on; `proposals` of 12 KB each. */
export const measureStore = async (folder: string, proposals: number): Promise<Measured[]> => {
  const random = seededRandom(11);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  const answer = (characters: number): object => ({
    type: 'doc',
    content: Array.from({ length: Math.ceil(characters / 400) }, () => ({
      type: 'paragraph',
      content: [{ type: 'text', text: words(72) }],
    })),
  });
  let ids = 0;
  const options = {
    ...checkOptions(folder),
    journalReserve: 1024 * 1024,
    newId: () => {
      ids += 1;
      return `i${ids}`;
    },
  };
  const figures: Measured[] = [];
  const create = (store: Store, values: Record<string, unknown>): string =>
    need(
      store.createProposal({
        callId: 'c',
        templateId: 't',
        title: words(9),
        organisationId: null,
        style: plainStyle,
        values,
      }),
    ).id;
  const store = need(openStore(options));
  const sixty = create(
    store,
    Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`m${at}`, answer(5200)])),
  );
  const answers = Array.from({ length: 20 }, () => answer(5200));
  const saves = timesOf(500, (turn) => {
    need(store.saveSection(sixty, `m${turn % 10}`, answers[turn % answers.length]));
  });
  figures.push(measured('Ghi một phần của hồ sơ 60 KB', saves, 'p50 ≤ 2, p99 ≤ 20'));
  for (let made = 0; made < proposals; made += 1) {
    create(store, { m1: answer(6000), m2: answer(5000) });
  }
  store.listProposals({ trashed: false });
  const lists = timesOf(15, () => void need(store.listProposals({ trashed: false })));
  figures.push(measured(`Danh sách ${proposals} hồ sơ`, lists, '≤ 30'));
  for (let fed = 0; fed < proposals; fed += 20) await store.tick();
  const queries = [
    'do luong',
    'nang cao nang suat',
    'quy trình kiểm định',
    'tu dong hoa thi truong',
  ];
  const searches = timesOf(40, (turn) => {
    need(store.search({ query: queries[turn % queries.length] ?? '' }));
  });
  // The hardest there is: every word stands in every proposal, and all of them have to be ranked.
  // Among proposals that differ `npm run bench:library` measures.
  const what = `Tìm trong ${proposals} hồ sơ, hồ sơ nào cũng chứa đủ các từ`;
  figures.push(measured(what, searches, '≤ 100'));
  for (let turn = 0; turn < 1000; turn += 1) {
    need(store.saveSection(sixty, 'm0', `lần ${turn}`));
    need(store.markMilestone(sixty, `mốc ${turn}`));
  }
  const histories = timesOf(5, () => void need(store.listRevisions(sixty)));
  figures.push(measured('Lịch sử 1.000 phiên bản', histories, '≤ 300'));
  store.close();
  const starts = timesOf(3, () => {
    const again = need(openStore(options));
    again.listProposals({ trashed: false });
    again.close();
  });
  figures.push(measured(`Mở kho ${proposals} hồ sơ và lấy danh sách`, starts, '≤ 2000'));
  return figures;
};
