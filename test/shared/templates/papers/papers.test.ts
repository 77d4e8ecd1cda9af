import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dongAmount, dongInWords } from '../../../../shared/base';
import { layoutFlow } from '../../../../shared/layout';
import {
  type Finding,
  isPrintable,
  type Paper,
  type PaperBlock,
  type PaperLine,
} from '../../../../shared/model';
import {
  type DossierRequest,
  dossierFrom,
  fieldsIn,
  paperFlow,
  papersOf,
} from '../../../../shared/templates';
import {
  flowOf,
  hp,
  knownDossier,
  myLoc,
  planOf,
  proposalWith,
  requestOf,
  shippedPapers,
  threeProposals,
  titles,
  wordsIn,
} from './sample-dossier';

const idsOf = (request: Parameters<typeof papersOf>[0]): string[] =>
  papersOf(request).map(({ id }) => id);

describe('which papers a dossier has', () => {
  test('one city proposal: our letter, the form, and what is handed over with it', () => {
    const proposals = [proposalWith('a', { 'x-4': [], v: { type: 'doc', content: [] } })];
    const dossier = knownDossier(hp, proposals, { modelPoint: [] });
    expect(idsOf(requestOf({ call: hp, proposals, dossier }))).toEqual([
      'cover-letter',
      'proposal:a',
      'delivery-note',
      'receipt',
      'envelope-label',
      'check-report',
    ]);
  });

  test('Mỹ Lộc, three tasks: in the order of priority, each with its commitment', () => {
    const proposals = threeProposals();
    const dossier = knownDossier(myLoc, proposals, { priority: ['p3', 'p1', 'p2'] });
    const request = requestOf({ dossier });
    expect(idsOf(request).slice(0, 8)).toEqual([
      'cover-letter',
      'summary-table',
      'proposal:p3',
      'proposal:p1',
      'proposal:p2',
      'commitment:p3',
      'commitment:p1',
      'commitment:p2',
    ]);
    const table = wordsIn(flowOf(request, 'summary-table'));
    const places = [titles[2], titles[0], titles[1]].map((title) => table.indexOf(title ?? ''));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test('a model point makes the commitment compelling, whatever the call says', () => {
    const proposals = [proposalWith('a', { 'x-4': [] })];
    const required = (modelPoint: string[]) =>
      papersOf(
        requestOf({ call: hp, proposals, dossier: knownDossier(hp, proposals, { modelPoint }) }),
      ).find(({ kind }) => kind === 'commitment')?.required;
    expect(required(['a'])).toBe('always');
    expect(required([])).toBeUndefined();
    expect(planOf(requestOf(), 'commitment:p3').required).not.toBe('ours');
  });

  test('enclosures named by several proposals are one paper, a commitment of ours none', () => {
    const outside = papersOf(requestOf()).filter(({ source }) => source.kind === 'outside');
    expect(outside.map(({ title, proposals }) => [title, proposals])).toEqual([
      ['Báo cáo khảo sát hiện trạng năng suất, chất lượng quý IV năm 2022', ['p1', 'p2', 'p3']],
    ]);
  });

  test('what is handed over lists pages of every paper that was counted', () => {
    const counted = requestOf({ pagesOf: ({ kind }) => (kind === 'cover-letter' ? 2 : 1) });
    const pagesIn = (request: DossierRequest): string[] => {
      const { source } = planOf(request, 'delivery-note');
      return source.kind === 'paper'
        ? (source.words.lists['enclosures'] ?? []).map(({ pages }) => pages ?? '')
        : [];
    };
    // Letter, table, three forms, three commitments; a survey that the person brings.
    expect(pagesIn(counted)).toEqual(['02', '01', '05', '05', '05', '01', '01', '01', '']);
    expect(pagesIn(requestOf())).toEqual(['', '', '05', '05', '05', '', '', '', '']);
  });

  test('a paper left out is neither set nor listed', () => {
    const proposals = threeProposals();
    const request = requestOf({
      dossier: knownDossier(myLoc, proposals, { without: ['summary-table'] }),
    });
    expect(idsOf(request)).not.toContain('summary-table');
    expect(wordsIn(flowOf(request, 'delivery-note'))).not.toContain('Bảng tổng hợp');
  });
});

const linesOf = (block: PaperBlock): readonly PaperLine[] =>
  block.kind === 'lines' ? block.lines : block.kind === 'columns' ? block.rows.flat(2) : [];

/** Each text of a paper with the list whose entries it is printed for. */
const textsOf = (paper: Paper): { readonly text: string; readonly each: string | null }[] =>
  paper.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.columns.flatMap(({ text, total }) => [
          { text, each: block.each as string | null },
          { text: total, each: null },
        ])
      : linesOf(block).map(({ text, each }) => ({ text, each })),
  );

describe('the words of papers', () => {
  test('a paper asks only for fields that the program has', () => {
    const [first] = threeProposals();
    const finding: Finding = {
      code: 'x',
      severity: 'error',
      where: 'Mục I',
      message: 'Lỗi.',
      hint: '',
      section: null,
      field: null,
    };
    const single = first === undefined ? [] : [first];
    const outcomes = [{ proposal: 'p1', findings: [finding] }];
    const plans = [
      ...papersOf(requestOf({ outcomes })),
      ...papersOf(requestOf({ proposals: single, dossier: knownDossier(myLoc, single), outcomes })),
    ];
    for (const { source } of plans) {
      if (source.kind !== 'paper') continue;
      for (const { text, each } of textsOf(source.paper)) {
        const entries = each === null ? [{}] : (source.words.lists[each] ?? []);
        for (const entry of entries) {
          const known = { ...source.words.fields, ...entry };
          for (const field of fieldsIn(text)) {
            expect(Object.hasOwn(known, field), `${source.paper.id}: {${field}}`).toBe(true);
          }
        }
      }
    }
  });

  const amount = fc.integer({ min: 1, max: 9_000_000_000_000 });
  const word = fc.constantFrom('nâng', 'cao', 'năng', 'suất', 'ISO 9001', '5S', '**', '//', '{n}');
  const title = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

  test('title, sums in figures and words, and names are the same on every paper', () => {
    fc.assert(
      fc.property(title, amount, amount, title, (task, state, matching, company) => {
        const total = state + matching;
        const proposals = [
          proposalWith('a', {
            i: task,
            ix: { total, state, matching },
            x: {
              name: company,
              address: 'Hải Phòng',
              contact: { name: 'An', position: '', phone: '', email: '' },
            },
          }),
        ];
        const dossier = knownDossier(myLoc, proposals);
        const request = requestOf({ proposals, dossier });
        const letter = wordsIn(flowOf(request, 'cover-letter'));
        const commitment = wordsIn(flowOf(request, 'commitment:a'));
        for (const text of [letter, commitment]) {
          expect(text).toContain(task);
          expect(text).toContain(dongAmount(total));
          expect(text).toContain(dongAmount(matching));
          expect(text).toContain(company.toUpperCase());
        }
        expect(letter).toContain(dongInWords(total));
        expect(commitment).toContain(dongInWords(matching));
        expect(wordsIn(flowOf(request, 'summary-table'))).toContain(task);
        for (const id of ['delivery-note', 'receipt', 'envelope-label']) {
          expect(wordsIn(flowOf(request, id)), id).toContain(company);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('nothing known: blanks to write on, and no trace of a missing value', () => {
    const proposals = [{ ...proposalWith('a'), pages: null }].map((of) => ({
      ...of,
      proposal: { ...of.proposal, values: {} },
    }));
    const dossier = dossierFrom({ call: myLoc, proposals });
    for (const plan of papersOf(requestOf({ proposals, dossier }))) {
      if (!isPrintable(plan) || plan.kind === 'proposal-form') continue;
      const words = wordsIn(paperFlow(plan));
      expect(words, plan.id).not.toMatch(/[{}]|\*\*|undefined|null|NaN/u);
      expect(words, plan.id).toContain('…');
    }
  });

  test('the same dossier gives the same flow, and flows are plain data', () => {
    for (const plan of papersOf(requestOf())) {
      if (!isPrintable(plan)) continue;
      const flow = paperFlow(plan);
      expect(structuredClone(flow)).toEqual(flow);
      expect(paperFlow(structuredClone(plan))).toEqual(flow);
      const ids = flow.blocks.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('pages of papers', () => {
  const findingOf = (at: number): Finding => ({
    code: `c${at}`,
    severity: at % 3 === 0 ? 'error' : 'warning',
    where: `Mục ${'rất dài '.repeat(at % 30)}`,
    message: 'Ngân sách nhà nước cộng đối ứng không bằng tổng kinh phí. '.repeat(1 + (at % 6)),
    hint: '',
    section: null,
    field: null,
  });

  test('the check report is one page, however much is wrong', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (count, tasks, length) => {
          const proposals = Array.from({ length: tasks }, (_, at) =>
            proposalWith(`p${at}`, { i: 'Tên nhiệm vụ dài và dài nữa '.repeat(length) }),
          );
          const findings = Array.from({ length: count }, (_, at) => findingOf(at));
          const dossier = knownDossier(myLoc, proposals);
          const request = requestOf({
            proposals,
            dossier: {
              ...dossier,
              organisation: { ...dossier.organisation, name: 'Công ty Cổ phần '.repeat(length) },
            },
            outcomes: [{ proposal: 'p0', findings }],
          });
          expect(layoutFlow(flowOf(request, 'check-report')).pages).toHaveLength(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('the summary table lies on its side and repeats its heads', () => {
    const { pages } = layoutFlow(flowOf(requestOf(), 'summary-table'));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page.width).toBeGreaterThan(page.height);
      const words = page.lines.flatMap(({ spans }) => spans.map(({ text }) => text)).join(' ');
      expect(words).toContain('Mục tiêu');
    }
  });

  test('no signature stands on a page of its own', () => {
    const signed = ['cover-letter', 'summary-table', 'commitment:p1', 'delivery-note', 'receipt'];
    for (let length = 1; length <= 18; length += 1) {
      const proposals = threeProposals().map((of) => ({
        ...of,
        proposal: {
          ...of.proposal,
          values: { ...of.proposal.values, i: 'Tên nhiệm vụ rất dài '.repeat(length) },
        },
      }));
      const request = requestOf({ proposals, dossier: knownDossier(myLoc, proposals) });
      for (const id of signed) {
        const last = layoutFlow(flowOf(request, id)).pages.at(-1);
        const body = last?.lines.filter(({ role }) => role === 'body') ?? [];
        expect(body.length, `${id} with titles of ${length}`).toBeGreaterThan(0);
      }
    }
  });
});

test('every shipped paper says that it is no official form, or after which rule it is set', () => {
  for (const { id, standing, source } of shippedPapers) {
    expect(standing, id).toMatch(/không phải mẫu chính thức/u);
    expect(source, id).not.toBe('');
  }
});
