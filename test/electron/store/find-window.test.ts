import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWindow } from '../../../electron/store/search/find-window';
import { searchWords } from '../../../shared/model';

const filler = 'văn bản dài để phải cắt, '.repeat(200);

describe('the stretch around a find', () => {
  it.each(['06/KH-UBND', '1322/qd-ttg', 'a-b', 'c++', '[x]', 'iso 9001:2015', '100%'])(
    'holds what was looked for: %s',
    (query) => {
      const text = `${filler}Kế hoạch 06/KH-UBND, 1322/QĐ-TTg, a-b, c++, [x], ISO 9001:2015, 100% ${filler}`;
      const words = searchWords(query);
      expect(findWindow(text, words).toLowerCase()).toContain(
        words[0]?.replace('qd', 'qđ').slice(0, 3) ?? '',
      );
    },
  );

  it('is a stretch of the text whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        expect(filler).toContain(findWindow(filler, searchWords(query)));
      }),
    );
  });
});
