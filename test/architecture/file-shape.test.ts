import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameFindings, sizeFindings } from './file-shape';
import { listFiles, PRODUCT, projectRoot } from './source-file';

describe('files of the project', () => {
  it('have names that say what they hold, in kebab-case', () => {
    expect(listFiles(...PRODUCT, 'test', 'scripts').flatMap(nameFindings)).toEqual([]);
  });

  it('are short enough to be read at once', () => {
    const findings = listFiles(...PRODUCT).flatMap((path) =>
      sizeFindings(path, readFileSync(join(projectRoot, path), 'utf8')),
    );
    expect(findings).toEqual([]);
  });
});

describe('the checker of names and sizes', () => {
  it.each([
    'shared/base/money-in-words.ts',
    'electron/store/migrations/0010-proposals.ts',
    'shared/layout/SPEC.md',
    'test/helpers/launch-electron.ts',
    'test/e2e/main-job.e2e.ts',
    'test/fixtures/Anh Dep.TXT',
  ])('lets %s through', (path) => {
    expect(nameFindings(path)).toEqual([]);
  });

  it.each([
    ['shared/base/moneyInWords.ts', 'kebab-case'],
    ['renderer/ui/Button.tsx', 'kebab-case'],
    ['renderer/UI/button.tsx', 'kebab-case'],
    ['shared/base/snake_case.ts', 'kebab-case'],
    ['shared/utils/money.ts', 'says nothing'],
    ['electron/store/helpers.ts', 'says nothing'],
    ['renderer/common/x.css', 'says nothing'],
  ])('stops %s', (path, reason) => {
    expect(nameFindings(path)).toEqual([expect.stringContaining(reason)]);
  });

  it('counts lines', () => {
    expect(sizeFindings('shared/a/b.ts', 'x\n'.repeat(400))).toEqual([]);
    expect(sizeFindings('shared/a/b.ts', 'x\n'.repeat(401))).toHaveLength(1);
    expect(sizeFindings('assets/a.ts', 'x\n'.repeat(401))).toEqual([]);
  });
});
