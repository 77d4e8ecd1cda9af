import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFlow, placePictures } from '../../../shared/layout';
import type { SealPicture, SigningPicture } from '../../../shared/model';
import { flowOf, paragraphsIn, requestOf, textOf } from '../templates/papers/sample-dossier';

const TWIPS_PER_MM = 1440 / 25.4;
const signature = (width: number, height: number): SigningPicture => ({
  png: '',
  width,
  height,
  addedAt: '2024-03-20T02:00:00.000Z',
  notes: [],
});
const seal = (width: number, height: number, diameter: number): SealPicture => ({
  ...signature(width, height),
  diameter,
});

const sides = fc.integer({ min: 40, max: 3000 });

describe('pictures in the room for signing', () => {
  const flow = flowOf(requestOf(), 'cover-letter');
  const pageList = layoutFlow(flow);
  const name = paragraphsIn(flow.blocks).find(({ signing }) => signing === 'above');
  if (name === undefined) throw new Error('the letter has no room for signing');
  const page = pageList.pages.find(({ lines }) => lines.some(({ blockId }) => blockId === name.id));
  const line = page?.lines.find(({ blockId }) => blockId === name.id);
  if (page === undefined || line === undefined) throw new Error('the name is nowhere');
  const room = { top: line.top - name.format.spaceBefore, bottom: line.top };

  test('the room is the space over the signer’s name, on its page', () => {
    expect(textOf(name)).toBe('Trần Thị Bình');
    const [placed] = placePictures(flow, pageList, { signature: signature(600, 240), seal: null });
    expect(placed).toMatchObject({ kind: 'signature', page: page.number, blockId: name.id });
  });

  test('a signature keeps its shape, lies inside the room and in the middle over the name', () => {
    fc.assert(
      fc.property(sides, sides, (width, height) => {
        const [placed, ...more] = placePictures(flow, pageList, {
          signature: signature(width, height),
          seal: null,
        });
        expect(more).toEqual([]);
        if (placed === undefined) throw new Error('no picture');
        expect(placed.width / placed.height).toBeCloseTo(width / height, 5);
        expect(placed.y).toBeGreaterThanOrEqual(room.top);
        expect(placed.y + placed.height).toBeLessThanOrEqual(room.bottom + 1e-6);
        expect(placed.x + placed.width / 2).toBeCloseTo(line.x + line.width / 2, 5);
      }),
    );
  });

  test('a seal has its real diameter and covers a third of the signature from its left', () => {
    fc.assert(
      fc.property(sides, sides, fc.integer({ min: 20, max: 60 }), (width, height, diameter) => {
        const [under, over] = placePictures(flow, pageList, {
          signature: signature(500, 200),
          seal: seal(width, height, diameter),
        });
        if (under === undefined || over === undefined) throw new Error('no pictures');
        expect([under.kind, over.kind]).toEqual(['signature', 'seal']);
        expect(Math.max(over.width, over.height) / TWIPS_PER_MM).toBeCloseTo(diameter, 5);
        expect(over.x + over.width - under.x).toBeCloseTo(under.width / 3, 5);
      }),
    );
  });

  test('a paper without such a room gets none', () => {
    const label = flowOf(requestOf(), 'envelope-label');
    const both = { signature: signature(500, 200), seal: seal(400, 400, 36) };
    expect(placePictures(label, layoutFlow(label), both)).toEqual([]);
    const form = flowOf(requestOf(), 'proposal:p1');
    expect(placePictures(form, layoutFlow(form), both)).toHaveLength(2);
  });
});
