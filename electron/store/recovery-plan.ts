import { nameMissing } from './name-missing';
import type { Base } from './rebuild';
import type { RecoveryPlan } from './store-health';

/** The recovery screen's words for what building from `base` would bring back. */
export const planOf = ({ backup, ahead }: Base): RecoveryPlan => {
  const changes = ahead.entries.length;
  return {
    found:
      backup === null
        ? 'Tìm thấy nhật ký ghi lại mọi thay đổi từ đầu.'
        : `Tìm thấy bản sao lưu ${backup.name} và nhật ký các thay đổi sau đó.`,
    restores:
      backup === null
        ? `Dựng lại toàn bộ dữ liệu từ nhật ký (${changes} thay đổi).`
        : `Dựng lại dữ liệu từ bản sao lưu và đưa thêm ${changes} thay đổi sau đó trở lại.`,
    missing: nameMissing(ahead, 0),
    backupAt: backup?.at ?? null,
    changes,
  };
};
