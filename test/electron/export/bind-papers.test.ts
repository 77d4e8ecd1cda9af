import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindPapers, emailPackage, exportPaper } from '../../../electron/export';
import { layoutFlow } from '../../../shared/layout';
import { isPrintable } from '../../../shared/model';
import { contentsFlow, emailOf, paperFlow, papersOf } from '../../../shared/templates';
import {
  hp,
  knownDossier,
  requestOf,
  threeProposals,
} from '../../shared/templates/papers/sample-dossier';
import { infoOf, run, textOfPages, withFile } from './pdf-tools';

const now = new Date('2024-02-05T01:02:03Z');
const request = requestOf();
const plans = papersOf(request)
  .filter(isPrintable)
  .filter(({ kind }) => kind !== 'proposal-form');

interface Drawn {
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}
let papers: readonly Drawn[];

beforeAll(async () => {
  papers = await Promise.all(
    plans.map(async (plan) => {
      const flow = paperFlow(plan);
      const pageList = layoutFlow(flow);
      const made = await exportPaper({ format: 'pdf', flow, pageList, author: '', now });
      if (!made.ok) throw new Error(made.error.message);
      return { title: plan.title, ...made.value };
    }),
  );
});

const bind = async (withContents: boolean) => {
  const contents = (firstPages: readonly number[]) => {
    const flow = contentsFlow(request, plans, firstPages);
    if (flow === null) throw new Error('no form for contents');
    return flow;
  };
  const made = await bindPapers({
    papers,
    ...(withContents ? { contents } : {}),
    title: 'Hồ sơ đề xuất',
    author: 'Công ty Minh Họa',
    now,
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
};

describe('papers bound in one PDF', () => {
  test('hold every page in order, unchanged', async () => {
    const { bytes, pages } = await bind(false);
    expect(pages).toBe(papers.reduce((sum, paper) => sum + paper.pages, 0));
    expect(textOfPages(bytes)).toEqual(papers.flatMap((paper) => textOfPages(paper.bytes)));
    expect(withFile(bytes, 'bound.pdf', (path) => run('qpdf', '--check', path))).toContain(
      'No syntax or stream encoding errors',
    );
  });

  test('the contents page names the page on which each paper starts', async () => {
    const { bytes } = await bind(true);
    const texts = textOfPages(bytes);
    const [contents = ''] = texts;
    let first = 2;
    for (const [at, { title, pages, bytes: own }] of papers.entries()) {
      expect(texts[first - 1]).toBe(textOfPages(own)[0]);
      const entry = contents.split('\n').find((line) => line.trim().startsWith(`${at + 1} `));
      expect(entry?.trim().endsWith(` ${first}`), `${title}: ${entry}`).toBe(true);
      first += pages;
    }
  });

  test('carry a title and a bookmark to each paper; the same papers and time, the same bytes', async () => {
    const { bytes } = await bind(true);
    expect(infoOf(bytes).get('Title')).toBe('Hồ sơ đề xuất');
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(pdf.catalog.toString()).toContain('/Outlines');
    expect(Buffer.from((await bind(true)).bytes).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('the e-mail package', () => {
  const proposals = threeProposals();
  const files = [
    { name: '01-cong-van.pdf', bytes: new Uint8Array(10) },
    { name: 'Bản đề xuất.docx', bytes: new Uint8Array(20) },
  ];
  const draftOf = (sizes: readonly { name: string; bytes: number }[]) =>
    emailOf({ call: hp, dossier: knownDossier(hp, proposals), proposals, files: sizes });
  const draft = draftOf(files.map(({ name, bytes }) => ({ name, bytes: bytes.length })));

  test('says where to, which tasks in their order, which files and how large', () => {
    expect(draft.to).toBe('nhan@noinhan.example');
    expect(draft.subject).toContain('hồ sơ đề xuất nhiệm vụ');
    expect(draft.bytes).toBe(30);
    expect(draft.isLarge).toBe(false);
    for (const { name } of files) expect(draft.body).toContain(`- ${name}`);
    const places = proposals.map(({ proposal }) =>
      draft.body.indexOf(String(proposal.values['i'])),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(draftOf([{ name: 'a.pdf', bytes: 16_000_000 }]).isLarge).toBe(true);
  });

  test('holds the files and the words as text for Windows, always the same', () => {
    const zip = emailPackage(draft, files);
    const parts = unzipSync(zip);
    expect(Object.keys(parts).sort()).toEqual(
      [...files.map(({ name }) => name), 'noi-dung-thu.txt'].sort(),
    );
    const letter = strFromU8(parts['noi-dung-thu.txt'] ?? new Uint8Array());
    expect(letter).toContain('Nơi nhận: nhan@noinhan.example\r\nTiêu đề: ');
    expect(letter).not.toMatch(/(?<!\r)\n/u);
    expect(parts['Bản đề xuất.docx']).toHaveLength(20);
    expect(emailPackage(draft, files)).toEqual(zip);
    expect(() => emailPackage(draft, [...files, ...files])).toThrow();
  });
});
