import type { Ahead } from './replay';

/** What of acknowledged changes cannot be brought back, as Vietnamese phrases; empty: nothing. */
export const nameMissing = (ahead: Ahead, misfits: number): string[] => [
  ...(ahead.gaps.length === 0
    ? []
    : [`${ahead.gaps.length} thay đổi gần đây không còn trong nhật ký`]),
  ...(ahead.barrier === null ? [] : ['lần phục hồi hoặc nhập dữ liệu gần đây']),
  ...(misfits === 0 ? [] : [`${misfits} thay đổi không còn chỗ để đưa vào`]),
];
