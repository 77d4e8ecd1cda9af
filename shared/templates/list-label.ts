import { type Twip, twip } from '../base';
import type { ListLabel } from '../model';
import type { Look } from './look';

const DEEPEST = 3;

/** Level as labels know it: what lies deeper than the fourth looks like the fourth. */
export const labelLevel = (depth: number): ListLabel['level'] =>
  depth <= 0 ? 0 : depth === 1 ? 1 : depth === 2 ? 2 : DEEPEST;

const atLevel = <T>(signs: readonly T[], level: number): T | undefined =>
  signs[Math.min(level, signs.length - 1)];

/** a … z, aa, bb …: what word processors count, so that a DOCX shows the same signs. */
const letters = (value: number): string => {
  const index = (value - 1) % 26;
  return String.fromCharCode(0x61 + index).repeat(Math.floor((value - 1) / 26) + 1);
};

export const orderedSign = (look: Look, level: number, value: number): string => {
  const sign = atLevel(look.lists.numbers, level) ?? '1.';
  const counted = sign.startsWith('a') && value >= 1 ? letters(value) : String(value);
  return `${counted}${sign.slice(1)}`;
};

export const bulletSign = (look: Look, level: number): string =>
  atLevel(look.lists.bullets, level) ?? '-';

/** Room of a bullet and of a number with one digit, before the item's text: 5 and 7.5 mm. */
const BULLET_ROOM = 284;
const NUMBER_ROOM = 425;

/** Wide enough for the longest label of a list; digits are half as wide as the type is high. */
export const labelRoom = (look: Look, labels: readonly string[], ordered: boolean): Twip => {
  const longest = labels.reduce((most, label) => Math.max(most, label.length), 0);
  const needed = Math.ceil((longest * 0.5 + 0.25) * look.fontSize);
  return twip(Math.max(ordered ? NUMBER_ROOM : BULLET_ROOM, ordered ? needed : 0));
};
