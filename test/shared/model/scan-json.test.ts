import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProposalJson } from '../../../shared/model';
import { scanJson } from '../../../shared/model/scan-json';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('scanning JSON', () => {
  test('finds nothing wrong in any written JSON, indented or not', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
        expect(scanJson(JSON.stringify(value, null, indent))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('agrees with the platform on any damaged text', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-0.5e3', 'true', ' ', '\n'];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...pieces, '01', '"', '\\', 'nul', '1.', '\u0000'), {
            maxLength: 9,
          }),
          fc
            .tuple(fc.jsonValue({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...pieces))
            .map(([value, at, piece]) => {
              const text = JSON.stringify(value);
              const cut = at % (text.length + 1);
              return [text.slice(0, cut), piece, text.slice(cut + 1)];
            }),
        ),
        (parts) => {
          const text = parts.join('');
          const fault = scanJson(text);
          // A repeated key is no fault of syntax; whatever stands behind it was not looked at.
          if (fault?.kind === 'duplicate') return;
          expect(fault === null).toBe(parses(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['{"a":1,"a":2}', { kind: 'duplicate', at: 7, key: 'a' }],
    ['[{"a":1},{"a":{"\\u0061":1,"a":2}}]', { kind: 'duplicate', at: 26, key: 'a' }],
    ['{"a":1}{', { kind: 'syntax', at: 7 }],
    ['{"a":', { kind: 'syntax', at: 5 }],
    ['', { kind: 'syntax', at: 0 }],
    ['[1,]', { kind: 'syntax', at: 3 }],
    ['{"a":1,}', { kind: 'syntax', at: 7 }],
    ['{,}', { kind: 'syntax', at: 1 }],
  ])('%s', (text, fault) => {
    expect(scanJson(text)).toEqual(fault);
  });

  test('a million open brackets do not topple it', () => {
    expect(scanJson('['.repeat(1_000_000))).toEqual({ kind: 'syntax', at: 1_000_000 });
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(scanJson(deep)).toBeNull();
  });

  test('a person is told line and column', () => {
    const read = readProposalJson('{\n  "format": x\n}', { calls: [], templates: [] });
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'json-syntax', where: 'dòng 2, cột 13' },
    });
  });
});

test('a string of millions of letters and escapes is one string', () => {
  expect(scanJson(JSON.stringify('ấ"\n'.repeat(2_000_000)))).toBeNull();
});
