import { civilDateOf, ok, vietnamWallClock } from '../../../shared/base';
import { parsePack } from '../../../shared/model';
import { reviewPack } from '../../../shared/rules';
import type { Command } from '../command';
import { readInstant } from '../read-instant';
import { readText } from '../read-text';
import { knownData } from '../with-store';

const idsOf = (all: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(all.map(({ id }) => id));

export const checkPack: Command = {
  name: 'pack check',
  usage: 'FILE [--now ISO] [--store DIR]',
  about: 'Xem một gói dữ liệu có nạp được không và cần lưu ý gì.',
  options: ['now', 'store'],
  operands: ['FILE'],
  run: async ({ operands: [file = ''], option }, around) => {
    const now = readInstant(option('now'), around.now);
    if (!now.ok) return now;
    const text = await readText(file, around);
    if (!text.ok) return text;
    const pack = parsePack(text.value);
    if (!pack.ok) return pack;
    const known = knownData(option('store'), around);
    if (!known.ok) return known;
    const today = vietnamWallClock(now.value.toISOString());
    if (today === null) throw new Error('a Date writes an instant');
    const findings = reviewPack(pack.value, civilDateOf(today.day), {
      references: idsOf(known.value.data.references),
      templates: idsOf(known.value.data.templates),
    });
    return ok({
      document: {
        id: pack.value.id,
        title: pack.value.title,
        edition: pack.value.edition,
        findings,
      },
      hasErrors: findings.some(({ severity }) => severity === 'error'),
    });
  },
};
