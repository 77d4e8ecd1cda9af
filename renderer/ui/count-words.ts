import type { CountCertainty } from '../../shared/model';
import { pagesText, type Words } from '../i18n';

/** What is said of a count; the state of the pages has it. */
interface Count {
  readonly fill: number;
  readonly pages: number;
  readonly limit: number;
  /** Lines that still fit, or are too many. */
  readonly room: { readonly left: number; readonly over: number };
}

/** Enough room, nearly full, too much. */
export type Fullness = 'room' | 'near' | 'over';

/** The last fifth of the last page. */
const NEAR = 0.2;

export const fullnessOf = ({ fill, limit, pages }: Count): Fullness => {
  if (pages > limit) return 'over';
  return fill >= limit - NEAR ? 'near' : 'room';
};

/** 'đủ chỗ', 'sắp đầy', 'vượt 7 dòng'. */
export const fullnessWords = (count: Count, t: Words): string => {
  const fullness = fullnessOf(count);
  return fullness === 'over' ? t('meter.over', { lines: count.room.over }) : t(`meter.${fullness}`);
};

/** 'Còn chỗ cho khoảng 14 dòng …' or 'Vượt trang 5 là 7 dòng.' */
export const linesSentence = (count: Count, t: Words): string =>
  fullnessOf(count) === 'over'
    ? t('meter.linesOver', { lines: count.room.over, limit: count.limit })
    : t('meter.linesLeft', { lines: count.room.left, limit: count.limit });

/** 'Trang 4,62/5'. */
export const countWords = ({ fill, limit }: Count, t: Words): string =>
  t('meter.count', { pages: pagesText(fill), limit });

/** '5 trang (chắc chắn)' or '4–5 trang'. */
export const certaintyWords = ({ pages, sure, min, max }: CountCertainty, t: Words): string =>
  sure ? t('meter.sure', { pages }) : t('meter.between', { min, max });
