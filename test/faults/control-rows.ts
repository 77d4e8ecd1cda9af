import { cutPowerOfAttachments, holdsPapers } from './attachment-power-cut';
import type { FaultRow } from './fault-rows';
import { cutPowerOfFiles } from './file-power-cut';
import type { Outcome } from './outcome';
import { cutPowerOfControl } from './power-control';
import { cutPower, recordSaver } from './power-cut';

const control = (
  row: Pick<FaultRow, 'id' | 'key' | 'run'> & { readonly fault: string },
): FaultRow => ({
  ...row,
  reduced: 40,
  full: 200,
  piece: 200,
  run: async (trials, seed): Promise<Outcome> => ({
    ...(await row.run(trials, seed)),
    fault: row.fault,
  }),
});

/** What has to lose: if it does not, the simulation is too kind and the other rows say nothing. */
export const controlRows: readonly FaultRow[] = [
  control({
    id: 'T-02',
    key: 'control lying disk',
    fault: 'Đĩa báo đã đồng bộ mà chưa',
    run: async (points, seed) =>
      cutPower(await recordSaver(seed, 60), { points, seed, manners: { liesAboutSync: true } }),
  }),
  control({
    id: 'T-02',
    key: 'control NORMAL',
    fault: 'Chỉ SQLite với synchronous=NORMAL, không có nhật ký của chương trình',
    run: (points, seed) => cutPowerOfControl(points, seed, 'NORMAL'),
  }),
  control({
    id: 'T-02',
    key: 'control attachments',
    fault: 'Đĩa báo đã đồng bộ tài liệu gửi kèm mà chưa',
    run: (points, seed) =>
      cutPowerOfAttachments({ points, seed, manners: { liesAboutSyncOf: holdsPapers } }),
  }),
  control({
    id: 'T-03',
    key: 'control folders',
    fault: 'Thay tệp mà không đồng bộ thư mục',
    run: (points, seed) =>
      cutPowerOfFiles({ kind: 'export', points, seed, manners: { forgetsFolders: true } }),
  }),
];
