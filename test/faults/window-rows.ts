import type { FaultRow } from './fault-rows';
import { killWindows } from './killed-window';

/** What needs the real program in real Electron. */
export const windowRows: readonly FaultRow[] = [
  {
    id: 'T-04',
    key: 'T-04',
    reduced: 21,
    full: 200,
    piece: 9,
    whyNot: () =>
      (process.env['BDX_ELECTRON'] ?? '') === '' ? 'no Electron: npm run test:faults' : null,
    run: killWindows,
  },
];
