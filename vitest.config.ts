import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          // Packages that a benchmark or another LibreOffice brings along test themselves at home.
          exclude: ['**/node_modules/**', 'test/e2e/**', 'test/bench/**'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        // The full numbers of test/faults: an hour or more in pieces, by `npm run test:faults`.
        test: {
          name: 'faults',
          include: ['test/faults/**/*.faults.ts'],
          fileParallelism: false,
          testTimeout: 180 * MINUTE,
          hookTimeout: 10 * MINUTE,
        },
      },
      {
        // Real windows on one display: two at a time would steal each other's focus.
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          fileParallelism: false,
          // What a window does comes when it comes; a busy machine is no failure.
          expect: { poll: { timeout: MINUTE / 2 } },
          testTimeout: 3 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
});
