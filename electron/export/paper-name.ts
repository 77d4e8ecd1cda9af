import { foldText } from '../../shared/base';
import type { PaperPlan } from '../../shared/model';

/** What the message says, to be copied into any mail program. */
export const letterName = 'noi-dung-thu.txt';

const plainLetters = (words: string): string =>
  foldText(words)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');

/**
 * '01-cong-van-de-xuat-nhiem-vu', without its ending: the place in the dossier first, so that a folder
 * of papers lies in order; plain letters, which survive every mail program.
 */
export const paperName = ({ title }: Pick<PaperPlan, 'title'>, at: number): string =>
  `${String(at + 1).padStart(2, '0')}-${plainLetters(title)}`;
