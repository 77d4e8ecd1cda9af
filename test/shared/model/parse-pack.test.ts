import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import calendar from '../../../assets/calendar/vn-working-days.json';
import dot2 from '../../../assets/calls/hp-2024-dot2.json';
import myLoc from '../../../assets/calls/ml-2024-1322.json';
import library from '../../../assets/references/hp-qd281-2016.json';
import references from '../../../assets/references/legal-references.json';
import stale from '../../../assets/stale-facts/stale-facts.json';
import { PACK_MAX_CHARACTERS, packSchema, parsePack } from '../../../shared/model';
import { reviewPack } from '../../../shared/rules/review-pack';

const pack = {
  format: 'ban-de-xuat/pack',
  version: 1,
  id: 'thu',
  title: 'Gói thử',
  edition: 1,
  publishedOn: '2026-11-24',
  validFrom: null,
  validTo: null,
  source: 'Bài kiểm tra',
  calls: [dot2, myLoc],
  references: references.references,
  programmes: library.programmes,
  calendarYears: calendar.years,
  staleFacts: stale.facts,
  templates: [],
};
const text = JSON.stringify(pack);
const codeOf = (json: string): string => {
  const result = parsePack(json);
  return result.ok ? 'ok' : result.error.code;
};
const with_ = (more: object): string => JSON.stringify({ ...pack, ...more });

describe('a good pack', () => {
  test('holds everything shipped, and comes back as it went in', () => {
    const result = parsePack(text);
    expect(result.ok && result.value.programmes.flatMap(({ tasks }) => tasks)).toHaveLength(66);
    expect(result.ok && parsePack(JSON.stringify(result.value))).toEqual(result);
  });

  test('P6 may leave lists out, start with a byte order mark, and be NFD', () => {
    const {
      calls,
      references: _r,
      programmes,
      calendarYears,
      staleFacts,
      templates,
      ...head
    } = pack;
    expect(calls.length + programmes.length + calendarYears.length).toBeGreaterThan(0);
    expect(staleFacts.length + templates.length).toBeGreaterThan(0);
    expect(codeOf(JSON.stringify(head))).toBe('ok');
    expect(codeOf(`\uFEFF${text}`)).toBe('ok');
    const nfd = parsePack(text.normalize('NFD'));
    expect(nfd).toEqual(parsePack(text));
  });
});

describe('P3 a bad pack is refused whole, with a sentence, a place and a way on', () => {
  const corpus: [string, string, string][] = [
    ['an empty file', '', 'pack-json'],
    ['cut off when copied', text.slice(0, text.length / 2), 'pack-json'],
    ['not JSON', '<html></html>', 'pack-json'],
    ['null', 'null', 'pack-format'],
    ['a list', '[]', 'pack-format'],
    ['a number', '7', 'pack-format'],
    ['a proposal', '{"format":"ban-de-xuat/proposal","version":1}', 'pack-format'],
    ['P1 a newer version', with_({ version: 2, fresh: true }), 'pack-newer'],
    ['version zero', with_({ version: 0 }), 'pack-shape'],
    ['version as a text', with_({ version: '1' }), 'pack-shape'],
    ['P4 an unknown list', with_({ macros: [] }), 'pack-shape'],
    ['a hostile id', with_({ id: '../../etc/passwd' }), 'pack-shape'],
    ['a call with an unknown key', with_({ calls: [{ ...dot2, onload: 'x' }] }), 'pack-shape'],
    ['a call without recipients', with_({ calls: [{ ...dot2, recipients: [] }] }), 'pack-shape'],
    [
      'a day that does not exist',
      with_({ calls: [{ ...dot2, deadline: { ...dot2.deadline, date: '2025-02-29' } }] }),
      'pack-shape',
    ],
    [
      'an hour that does not exist',
      with_({ calls: [{ ...dot2, deadline: { ...dot2.deadline, hour: '25:00' } }] }),
      'pack-shape',
    ],
    [
      'another time zone',
      with_({ calls: [{ ...dot2, deadline: { ...dot2.deadline, timeZone: 'UTC' } }] }),
      'pack-shape',
    ],
    ['P7 the same call twice', with_({ calls: [dot2, dot2] }), 'pack-duplicate'],
    [
      'validity the wrong way round',
      with_({ validFrom: '2026-12-31', validTo: '2026-01-01' }),
      'pack-validity',
    ],
    ['P5 a prototype', text.replace('{', '{"__proto__":{"admin":true},'), 'pack-key'],
    ['a deep prototype', text.replace('"programme":', '"__proto__":1,"programme":'), 'pack-key'],
    ['a constructor', with_({ calls: [{ ...dot2, constructor: {} }] }), 'pack-key'],
    ['P5 a null byte', with_({ title: 'a\u0000b' }), 'pack-characters'],
    ['an escape', with_({ title: 'a\u001b[31m' }), 'pack-characters'],
    ['nested like a bomb', `${'['.repeat(200_000)}`, 'pack-depth'],
    ['nested but closed', `${'['.repeat(100)}${']'.repeat(100)}`, 'pack-depth'],
    [
      'nested inside a call',
      with_({ calls: [{ ...dot2, orientations: [nested(60)] }] }),
      'pack-depth',
    ],
    ['too large', `${' '.repeat(PACK_MAX_CHARACTERS)}{}`, 'pack-size'],
  ];

  function nested(depth: number): object {
    return { id: 'x', text: 'x', children: depth === 0 ? [] : [nested(depth - 1)] };
  }

  test.each(corpus)('%s', (_name, json, code) => {
    const result = parsePack(json);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.code).toBe(code);
    expect(result.error.message).toMatch(/\. Chưa có gì được nạp vào chương trình\.$/u);
    expect(result.error.hint).toMatch(/^Hãy|^Gói/u);
  });

  test('brackets inside texts are not nesting', () => {
    expect(codeOf(with_({ title: `"\\${'['.repeat(500)}` }))).toBe('ok');
  });

  test('the place is named', () => {
    const result = parsePack(with_({ calls: [dot2, { ...myLoc, level: 'galaxy' }] }));
    expect(result).toMatchObject({ ok: false, error: { where: 'calls[1].level' } });
  });

  test('nothing reaches the prototype of objects', () => {
    parsePack(text.replace('{', '{"__proto__":{"polluted":true},'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('whatever the bytes, the answer is a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(), (junk, at) => {
        const place = at % text.length;
        const result = parsePack(text.slice(0, place) + junk + text.slice(place));
        if (result.ok) packSchema.parse(result.value);
        else expect(result.error.message).not.toBe('');
      }),
      { numRuns: 60, seed: 9 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(codeOf(JSON.stringify(value))).not.toBe('ok');
      }),
      { numRuns: 200, seed: 10 },
    );
  });
});

describe('reviewing a pack before it is imported', () => {
  const known = {
    references: new Set<string>(),
    templates: new Set([...dot2.templates, ...myLoc.templates]),
  };
  const review = (more: object, today = '2026-11-24') => {
    const result = parsePack(with_(more));
    if (!result.ok) throw new Error(result.error.message);
    return reviewPack(result.value, today, known).map(({ code }) => code);
  };

  test('the shipped data raise nothing', () => {
    expect(review({})).toEqual([]);
  });

  test('P11 P12 validity, emptiness and pointers without a target', () => {
    expect(review({ validTo: '2026-11-23' })).toEqual(['pack-expired']);
    expect(review({ validTo: '2026-11-24' })).toEqual([]);
    expect(review({ validFrom: '2026-11-25' })).toEqual(['pack-early']);
    expect(
      review({
        calls: [],
        references: [],
        programmes: [],
        calendarYears: [],
        staleFacts: [],
        templates: [],
      }),
    ).toEqual(['pack-empty']);
    expect(review({ references: [], programmes: [], calls: [dot2] })).toEqual([
      'pack-reference',
      'pack-reference',
    ]);
    expect(review({ calls: [{ ...dot2, templates: ['la'] }] })).toEqual(['pack-template']);
  });
});
