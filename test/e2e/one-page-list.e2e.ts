/**
 * The preview, the PDF and LibreOffice's page of the same document, laid over each other as
 * pictures. They lie side by side in test-results/side-by-side for people to look at; BDX_PICTURES
 * sets how many generated documents are taken besides the papers (2).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PageDrawing } from '../../renderer/preview/page-drawing';
import { layoutFlow } from '../../shared/layout';
import { type Flow, isPrintable, type Page } from '../../shared/model';
import { paperFlow, papersOf } from '../../shared/templates';
import { measureAgreement } from '../agreement/measure-agreement';
import {
  type GreyPicture,
  inkApart,
  pictureOfPdf,
  sideBySide,
} from '../agreement/pictures/grey-picture';
import { corpusFlow } from '../corpus';
import { paperOf, sampleProposal } from '../electron/export/sample-paper';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { requestOf } from '../shared/templates/papers/sample-dossier';

const HEIGHT = 1050;
const FIRST_SEED = 5_000;
const TOLD_APART = 0.3;

const documents: readonly { readonly name: string; readonly flow: Flow }[] = [
  { name: 'de-xuat', flow: paperOf(sampleProposal()).flow },
  ...papersOf(requestOf()).flatMap((plan) =>
    isPrintable(plan) && plan.kind !== 'proposal-form'
      ? [{ name: plan.id.replace(':', '-'), flow: paperFlow(plan) }]
      : [],
  ),
  ...Array.from({ length: Number(process.env['BDX_PICTURES'] ?? 2) }, (_, at) => ({
    name: `seed-${FIRST_SEED + at}`,
    flow: corpusFlow(FIRST_SEED + at),
  })),
];

const work = mkdtempSync(join(tmpdir(), 'bdx-one-list-'));
const shelf = join(process.env['BDX_APP_DIR'] ?? '.', 'test-results', 'side-by-side');
let running: LaunchedApp;

beforeAll(async () => {
  mkdirSync(shelf, { recursive: true });
  running = await launchApp({ size: { width: 1600, height: HEIGHT } });
  await measureAgreement(work, documents);
}, 240_000);

afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true });
});

const sizeOf = ({ width, height }: Page) => ({
  width: Math.round((HEIGHT * width) / height),
  height: HEIGHT,
});

/** The preview's own drawing of a page, in the window, with the window's faces. */
const pictureOfPreview = async (page: Page): Promise<GreyPicture> => {
  const { width, height } = sizeOf(page);
  await running.page.evaluate(
    async ({ markup, width, height }) => {
      document.querySelector('#one-page')?.remove();
      const sheet = document.createElement('div');
      sheet.id = 'one-page';
      Object.assign(sheet.style, {
        position: 'fixed',
        inset: '0 auto auto 0',
        zIndex: '99999999',
        background: '#fff',
        width: `${width}px`,
        height: `${height}px`,
      });
      sheet.innerHTML = markup;
      document.body.append(sheet);
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    { markup: renderToStaticMarkup(createElement(PageDrawing, { page })), width, height },
  );
  const png = await running.page.screenshot({ clip: { x: 0, y: 0, width, height } });
  const grey = await running.app.evaluate(({ nativeImage }, bytes) => {
    const bitmap = nativeImage.createFromBuffer(Buffer.from(bytes, 'base64')).toBitmap();
    return Buffer.from(bitmap.filter((_, at) => at % 4 === 1)).toString('base64');
  }, png.toString('base64'));
  return { width, height, pixels: new Uint8Array(Buffer.from(grey, 'base64')) };
};

const writePicture = async (name: string, { width, height, pixels }: GreyPicture) => {
  const png = await running.app.evaluate(
    ({ nativeImage }, given) => {
      const grey = Buffer.from(given.pixels, 'base64');
      const bitmap = Buffer.alloc(grey.length * 4, 255);
      for (const [at, value] of grey.entries()) bitmap.fill(value, at * 4, at * 4 + 3);
      const size = { width: given.width, height: given.height };
      return nativeImage.createFromBitmap(bitmap, size).toPNG().toString('base64');
    },
    { width, height, pixels: Buffer.from(pixels).toString('base64') },
  );
  writeFileSync(join(shelf, `${name}.png`), Buffer.from(png, 'base64'));
};

it.each(documents)('$name: one page list on the screen, in the PDF and in Word', async (each) => {
  const pageList = layoutFlow(each.flow);
  const apart: { readonly page: number; readonly pdf: number; readonly office: number }[] = [];
  for (const [index, page] of pageList.pages.entries()) {
    const preview = await pictureOfPreview(page);
    const pdf = pictureOfPdf(join(work, `${each.name}.pdf`), index + 1, preview);
    const office = pictureOfPdf(join(work, 'pdf', `${each.name}.pdf`), index + 1, preview);
    await writePicture(`${each.name}-${index + 1}`, sideBySide([preview, pdf, office]));
    apart.push({
      page: index + 1,
      pdf: inkApart(preview, pdf, 1),
      office: inkApart(pdf, office, 2),
    });
  }
  process.stdout.write(
    `${each.name}: ${apart.map(({ pdf, office }) => `${(pdf * 100).toFixed(2)}/${(office * 100).toFixed(2)} %`).join(', ')}\n`,
  );
  expect(apart.filter(({ pdf }) => pdf > 0.01)).toEqual([]);
  expect(apart.filter(({ office }) => office > 0.05)).toEqual([]);
});

it('a page beside another one is told apart, so that the comparison means something', () => {
  const size = { width: 742, height: HEIGHT };
  const of = (page: number) => pictureOfPdf(join(work, 'de-xuat.pdf'), page, size);
  expect(inkApart(of(1), of(1), 1)).toBe(0);
  expect(inkApart(of(1), of(2), 2)).toBeGreaterThan(TOLD_APART);
});
