import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import calendarJson from '../../../assets/calendar/vn-working-days.json';
import dot2Json from '../../../assets/calls/hp-2024-dot2.json';
import myLocJson from '../../../assets/calls/ml-2024-1322.json';
import headJson from '../../../assets/packs/shipped.json';
import referencesJson from '../../../assets/references/legal-references.json';
import {
  assemblePack,
  calendarOfYears,
  callSchema,
  type Pack,
  packCalls,
  parsePack,
  referenceFileSchema,
  workingCalendarSchema,
  writePack,
} from '../../../shared/model';
import { reviewPack } from '../../../shared/rules/review-pack';

const calls = [dot2Json, myLocJson].map((json) => callSchema.parse(json));
const { references } = referenceFileSchema.parse(referencesJson);
const nothingKnown = {
  references: new Set<string>(),
  templates: new Set(calls.flatMap(({ templates }) => templates)),
};

const reread = (pack: Pack): Pack => {
  const result = parsePack(writePack(pack));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('writing a pack', () => {
  test('what is written reads back the same, and the same pack is the same text', () => {
    const pack = assemblePack(headJson, { calls });
    expect(reread(pack)).toEqual(pack);
    expect(writePack(reread(pack))).toBe(writePack(pack));
    expect(reread(assemblePack(headJson, {})).calls).toEqual([]);
  });

  test('a call takes along every reference it leads to, and no other', () => {
    const pack = packCalls(headJson, calls.slice(0, 1), { references, templates: [] });
    expect(pack.references.map(({ id }) => id)).toEqual([
      'tb-215-tb-skhcn-2024',
      'kh-06-kh-ubnd-2021',
      'kh-335-kh-ubnd-2025',
    ]);
    expect(reviewPack(reread(pack), '2026-11-24', nothingKnown)).toEqual([]);
    const both = packCalls(headJson, calls, { references, templates: [] });
    expect(both.references.map(({ id }) => id)).toContain('tt-06-2023-tt-bkhcn');
    expect(reviewPack(reread(both), '2026-11-24', nothingKnown)).toEqual([]);
  });
});

test('a calendar put together from stored years is the calendar shipped', () => {
  const calendar = workingCalendarSchema.parse(calendarJson);
  expect(calendarOfYears([...calendar.years].reverse(), calendar)).toEqual(calendar);
});

test('every rule of pack.md is quoted by a test', () => {
  const here = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
  const rules = [...here('../../../shared/model/pack.md').matchAll(/\*\*(P\d+)\*\*/gu)].map(
    ([, rule = '']) => rule,
  );
  expect(rules).toEqual(rules.map((_rule, index) => `P${index + 1}`));
  const tests = ['./', '../../assets/'].flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => here(`${folder}${name}`)),
  );
  const quoted = new Set(tests.join('\n').match(/\bP\d+\b/gu));
  expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
});
