import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/store';
import { type Change, entryPayload, parseEntry } from '../../../electron/store/change';
import { rowHash } from '../../../electron/store/row-hash';
import { quotedBytes, utf8Bytes } from '../../../electron/store/text-bytes';

/** Short and long, with everything that JSON escapes, halves of characters among it. */
const texts = fc
  .tuple(
    fc.string({
      unit: fc.oneof(fc.constantFrom('"', '\\', '\n', '\ud83d', 'ế', 'đ', '😀'), fc.string()),
    }),
    fc.nat({ max: 400 }),
  )
  .map(([text, times]) => text.repeat(times));

describe('words as bytes', () => {
  it('are those that the plain way gives, however long the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(utf8Bytes(text).equals(Buffer.from(text, 'utf8'))).toBe(true);
        expect(quotedBytes(text).equals(Buffer.from(JSON.stringify(text), 'utf8'))).toBe(true);
        // A second look gives the remembered bytes.
        expect(quotedBytes(text).equals(Buffer.from(JSON.stringify(text), 'utf8'))).toBe(true);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('stay what they are while other texts use the same room', () => {
    const long = fc
      .tuple(texts, fc.constantFrom(3_000, 60_000, 700_000))
      .map(([text, size]) => `${text}ế"\\`.repeat(Math.ceil(size / (text.length + 3))));
    fc.assert(
      fc.property(long, long, (first, second) => {
        const bytes = utf8Bytes(first);
        const quoted = quotedBytes(second);
        expect(bytes.equals(Buffer.from(first, 'utf8'))).toBe(true);
        expect(quoted.equals(Buffer.from(JSON.stringify(second), 'utf8'))).toBe(true);
        expect(quotedBytes(first).equals(Buffer.from(JSON.stringify(first), 'utf8'))).toBe(true);
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  it('S32 are hashed as the JSON array of table and columns', () => {
    fc.assert(
      fc.property(texts, texts, fc.integer(), (a, b, number) => {
        const columns = [a, number, null, b];
        const plain = createHash('sha256')
          .update(JSON.stringify(['sections', ...columns]))
          .digest();
        expect(rowHash('sections', columns).equals(plain)).toBe(true);
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it('S10 come out of the journal as the change that went in', () => {
    fc.assert(
      fc.property(texts, texts, (section, value) => {
        const words = [section, value].map((text) => Buffer.from(text, 'utf8').toString());
        const [known = '', kept = ''] = words;
        const change: Change = { kind: 'section', id: 'a', section: known, value: kept };
        const payload = entryPayload({ seq: 1, at: '2026-11-25T01:00:00.000Z', change });
        expect(parseEntry(1, payload.toString('utf8'))?.change).toEqual(change);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('S14 are the same text for equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const turned = JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
          typeof part === 'object' && part !== null && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).reverse())
            : part,
        ) as unknown;
        const text = canonicalJson(value);
        if (!text.ok) return;
        expect(canonicalJson(turned)).toEqual(text);
        expect(JSON.parse(text.value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300, seed: 8 },
    );
    const circle: unknown[] = [];
    circle.push({ inner: circle });
    expect(canonicalJson(circle).ok).toBe(false);
    expect(canonicalJson({ a: [1, { b: Number.NaN }] })).toEqual({ ok: false, error: '$.a[1].b' });
    expect(canonicalJson({ a: [new Date(0)] })).toEqual({ ok: false, error: '$.a[0]' });
  });
});
