import { it } from 'vitest';
import { expectNoFailure, runReduced } from './run-reduced';

const LONG = { timeout: 300_000 };

it('T-01: killed while saving', LONG, async () => {
  expectNoFailure(await runReduced('T-01'));
});

it('T-19, S43: killed while making backups', LONG, async () => {
  expectNoFailure(await runReduced('T-19'));
});
