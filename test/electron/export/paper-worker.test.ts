import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  bindDossier,
  draftFurniture,
  drawPlan,
  drawProposal,
  layProposal,
  type PaperWorker,
  type PlanRequest,
  startPaperWorker,
} from '../../../electron/export';
import { isPrintable } from '../../../shared/model';
import { planOf, requestOf } from '../../shared/templates/papers/sample-dossier';
import { paragraph, projectRoot, sampleProposal, template } from './sample-paper';
import { BLUE, inkPicture } from './sample-picture';

/** The thread as the build puts it beside the program; `npm test` builds before this runs. */
const BUILT = join(projectRoot, 'out/main/export-worker.js');

const request = { proposal: sampleProposal(), template, now: '2023-05-10T03:04:05Z' };
const hostile = {
  ...request,
  proposal: sampleProposal({}, { i: 'Tên', ii: [paragraph('漢')] }),
};

describe('the built export thread', () => {
  let worker: PaperWorker;
  beforeAll(() => {
    expect(existsSync(BUILT), 'npm run build').toBe(true);
    worker = startPaperWorker(BUILT);
  });
  afterAll(() => worker.stop());

  test('gives the bytes that the direct call gives', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      const threaded = await worker.drawPaper({ ...request, format });
      const direct = await drawProposal({ ...request, format });
      if (!threaded.ok || !direct.ok) throw new Error('not drawn');
      expect(Buffer.compare(threaded.value.bytes, direct.value.bytes)).toBe(0);
      expect(threaded.value.pages).toBe(direct.value.pages);
    }
  });

  test('draws papers with pictures and binds a dossier as the direct calls do', async () => {
    const dossier = requestOf();
    const plan = planOf(dossier, 'cover-letter');
    if (!isPrintable(plan)) throw new Error('the letter is not printed');
    const picture = { width: 300, height: 120, addedAt: '2024-03-20T02:00:00.000Z', notes: [] };
    const png = inkPicture(300, 120, BLUE).toString('base64');
    const letter: PlanRequest = {
      plan,
      format: 'pdf',
      now: '2024-03-20T02:00:00Z',
      furniture: draftFurniture(),
      pictures: { signature: { ...picture, png }, seal: null },
    };
    const drawn = await worker.drawPlan(letter);
    const direct = await drawPlan(letter);
    if (!drawn.ok || !direct.ok) throw new Error('not drawn');
    expect(Buffer.compare(drawn.value.bytes, direct.value.bytes)).toBe(0);
    const bind = {
      dossier,
      papers: [{ title: plan.title, bytes: direct.value.bytes }],
      furniture: draftFurniture(),
      now: '2024-03-20T02:00:00Z',
    };
    const { call, papers, dossier: data } = dossier;
    const bound = await worker.bindDossier({ ...bind, dossier: { call, papers, dossier: data } });
    const here = await bindDossier(bind);
    if (!bound.ok || !here.ok) throw new Error('not bound');
    expect(Buffer.compare(bound.value.bytes, here.value.bytes)).toBe(0);
    expect(bound.value.pages).toBe(direct.value.pages + 1);
  });

  test('lays pages out for print', async () => {
    expect(await worker.layPages(request)).toEqual(layProposal(request));
  });

  test('answers many questions at once, each its own', async () => {
    const titles = ['Một', 'Hai', 'Ba', 'Bốn'];
    const answers = await Promise.all([
      ...titles.map((title) => worker.drawPaper({ ...request, format: 'pdf', title })),
      worker.drawPaper({ ...hostile, format: 'pdf' }),
    ]);
    expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'missing-glyph' } });
    const drawn = answers.slice(0, -1).map((each) => each.ok && Buffer.from(each.value.bytes));
    const direct = await Promise.all(
      titles.map((title) => drawProposal({ ...request, format: 'pdf', title })),
    );
    expect(drawn).toEqual(direct.map((each) => each.ok && Buffer.from(each.value.bytes)));
  });

  test('refuses in words, as data', async () => {
    const answer = await worker.layPages(hostile);
    expect(answer).toEqual(layProposal(hostile));
    expect(answer).toMatchObject({ ok: false, error: { code: 'missing-glyph' } });
  });

  test('a bug in it rejects that question alone', async () => {
    const broken = { ...request, proposal: null as unknown as typeof request.proposal };
    await expect(worker.layPages(broken)).rejects.toThrow('export worker');
    expect((await worker.layPages(request)).ok).toBe(true);
  });
});

describe('a thread that dies', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bdx-worker-'));
  });
  const started: PaperWorker[] = [];
  const start = (source: string): PaperWorker => {
    const file = join(folder, `worker-${started.length}.mjs`);
    writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${source}`);
    const worker = startPaperWorker(file);
    started.push(worker);
    return worker;
  };
  afterEach(async () => {
    for (const worker of started) await worker.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['at the question', `parentPort.on('message', () => process.exit(3));`],
    ['with an error', `parentPort.on('message', () => { throw new Error('x'); });`],
    ['at its start', `throw new Error('x');`],
  ])('%s: the question is answered with what to do', async (_, source) => {
    const answer = await start(source).layPages(request);
    expect(answer).toMatchObject({ ok: false, error: { code: 'export-failed' } });
    expect(!answer.ok && answer.error.hint).toContain('kết xuất lại');
  });

  test('and the next question starts another one', async () => {
    const worker = start(`
      import { existsSync, writeFileSync } from 'node:fs';
      const mark = new URL('./died-once', import.meta.url);
      parentPort.on('message', ({ id }) => {
        if (existsSync(mark)) parentPort.postMessage({ id, answer: { ok: true, value: 'again' } });
        else { writeFileSync(mark, ''); process.exit(1); }
      });`);
    expect((await worker.layPages(request)).ok).toBe(false);
    expect(await worker.layPages(request)).toEqual({ ok: true, value: 'again' });
  });

  test('stopping answers what is still open', async () => {
    const worker = start(`parentPort.on('message', () => {});`);
    const open = worker.layPages(request);
    await worker.stop();
    expect(await open).toMatchObject({ ok: false, error: { code: 'export-failed' } });
  });
});

test('the proposing organisation is the author unless another is named', async () => {
  const file = async (author?: string): Promise<string> => {
    const more = author === undefined ? {} : { author };
    const drawn = await drawProposal({ ...request, format: 'pdf', ...more });
    if (!drawn.ok) throw new Error(drawn.error.message);
    return Buffer.from(drawn.value.bytes).toString('utf8');
  };
  expect(await file()).toContain('<rdf:li>Công ty TNHH Cơ khí chính xác Đình Vũ</rdf:li>');
  expect(await file('Lê Ánh')).toContain('<rdf:li>Lê Ánh</rdf:li>');
});
