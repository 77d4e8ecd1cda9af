/** What a machine can see of a screen: words cut off, parts too wide, faults for those who cannot see it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type LaunchedApp, resizePage, screenshot } from '../helpers/launch-electron';

export const WORDS_OF_ENGLISH =
  /\b(the|and|with|file|save|open|close|page|pages|search|error|loading|undefined|null|NaN|true|false|button|cancel|delete|settings)\b/i;

/** Texts that do not fit their own box and are not meant to be shortened. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, label, h1, h2, h3, th, td, dt, dd, p, span, a',
      ),
    ]
      .filter((element) => {
        const { overflowX, textOverflow, display, visibility, position } =
          getComputedStyle(element);
        if (visibility === 'hidden' || display === 'inline' || display === 'none') return false;
        // One pixel boxes hold words for the ear only.
        if (element.clientWidth <= 1 || position === 'absolute') return false;
        if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll')
          return false;
        return overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => (element.textContent ?? '').trim().slice(0, 60)),
  );

/** Frames that do not scroll and were moved nevertheless: what stands in them stands out of its place. */
const slipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { overflowY, display } = getComputedStyle(element);
        const isFrame = overflowY === 'hidden' || overflowY === 'clip' || overflowY === 'visible';
        return isFrame && display !== 'inline' && element.scrollTop > 0;
      })
      .map(({ tagName, id, scrollTop, scrollHeight, clientHeight }) =>
        [tagName, id, scrollTop, scrollHeight, clientHeight].join(' '),
      ),
  );

export const lookAt = async (page: Page, name: string): Promise<void> => {
  // Pictures of movements tell nothing.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
  );
  const { width } = await page.evaluate(() => ({ width: innerWidth }));
  await screenshot(page, `${name}-${width}`);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  expect(await slipped(page), `${name} at ${width}`).toEqual([]);
  expect(await cutOff(page), `${name} at ${width}`).toEqual([]);
};

/** At both usual sizes; the window is left at the smaller one. */
export const lookAtBothSizes = async (
  { app, page }: Pick<LaunchedApp, 'app' | 'page'>,
  name: string,
): Promise<void> => {
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1366, height: 768 },
  ]) {
    await resizePage(app, page, size);
    await lookAt(page, name);
  }
};

/** What the rules of WCAG 2.2 AA find, as one line each; `without`: rules that cannot be asked here. */
export const violations = async (
  page: Page,
  without: readonly string[] = [],
): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // Guards of the focus, one pixel wide, that hand it on as soon as they get it.
    .exclude('[data-tabster-dummy]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .disableRules([...without])
    .analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
};

export const wordsOnScreen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const words: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const place = node.parentElement;
      if (place?.checkVisibility() === true) words.push(node.textContent ?? '');
    }
    return words.join(' ');
  });
