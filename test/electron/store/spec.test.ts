import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const spec = readFileSync(join(root, 'electron/store/SPEC.md'), 'utf8');
const rules = [...spec.matchAll(/^- \*\*(S\d+)\*\*/gm)].map(([, number]) => number ?? '');

const quoted = new Set(
  ['test/electron/store', 'test/faults'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts')
      .flatMap((name) => {
        const text = readFileSync(join(root, folder, name), 'utf8');
        return [...text.matchAll(/(?:it|describe|test)(?:\.each\([\s\S]*?\))?\(\s*'([^']*)'/g)];
      })
      .flatMap(([, title]) => [...(title ?? '').matchAll(/\bS\d+\b/g)].map(([number]) => number)),
  ),
);

it('every rule of the store has its number once, and a test that quotes it', () => {
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
});

it('no test quotes a rule that is not there', () => {
  expect([...quoted].filter((rule) => !rules.includes(rule))).toEqual([]);
});
