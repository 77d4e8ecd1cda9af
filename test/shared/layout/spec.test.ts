import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SPEC = join(import.meta.dirname, '../../../shared/layout/SPEC.md');
const SOURCES = join(import.meta.dirname, '../../../shared/layout');

const numbersIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, number]) => number ?? '')),
];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

describe('SPEC.md', () => {
  const rules = numbersIn(readFileSync(SPEC, 'utf8'), /^\*\*(L\d+)\*\*/gm);

  it('has a test for each rule, and a rule for each number in a test', () => {
    const quoted = filesIn(import.meta.dirname).flatMap((text) =>
      numbersIn(text, /^\s*(?:\w+\(\s*)?['"`]?(L\d+): /gm).concat(numbersIn(text, /['"](L\d+): /g)),
    );
    expect([...new Set(quoted)].sort()).toEqual([...rules].sort());
  });

  it('has the rules that comments of the code name', () => {
    const named = filesIn(SOURCES).flatMap((text) => numbersIn(text, /\b(L\d\d?)\b/g));
    expect(named.filter((number) => !rules.includes(number))).toEqual([]);
  });
});
