import { it } from 'vitest';
import { expectNoFailure, runReduced } from './run-reduced';

it('T-25, S25, S42: nothing grows without end in a working day', { timeout: 300_000 }, async () => {
  expectNoFailure(await runReduced('T-25'));
});
