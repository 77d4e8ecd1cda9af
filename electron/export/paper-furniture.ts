import { createHash } from 'node:crypto';
import type { Freeze, PageFurniture } from '../../shared/model';

export const DRAFT_WORDS = 'BẢN NHÁP';

/** Every paper that is not frozen says so, on screen, in files and in print. */
export const draftFurniture = (): PageFurniture => ({ watermark: DRAFT_WORDS });

/** A label is cut out and stuck on: a code at its foot would only be in the way. */
const WITHOUT_CODE = new Set(['envelope-label']);

/** Code and square code by which a printed sheet is known as this version and no other. */
export const frozenFurniture = (
  { code, sha256 }: Pick<Freeze, 'code' | 'sha256'>,
  paper: string,
): PageFurniture =>
  WITHOUT_CODE.has(paper)
    ? {}
    : {
        footer: {
          text: `Mã bản: ${code}`,
          qr: `BDX1 ${code.replace('-', '')} ${sha256.slice(0, 16)}`,
        },
      };

/** Letters and digits that are not taken for one another when read aloud or written by hand. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first forty bits of a hash as eight letters: 'K7Q2-9XDA'. */
export const codeOf = (sha256: string): string => {
  let bits = BigInt(`0x${sha256.slice(0, 10)}`);
  let code = '';
  for (let at = 0; at < 8; at += 1) {
    code = (LETTERS[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
};

/** Hash and code of a frozen version. `canonical`: canonical JSON of its time and its papers' plans. */
export const versionOf = (canonical: string): Pick<Freeze, 'code' | 'sha256'> => {
  const sha256 = createHash('sha256').update(canonical, 'utf8').digest('hex');
  return { sha256, code: codeOf(sha256) };
};
