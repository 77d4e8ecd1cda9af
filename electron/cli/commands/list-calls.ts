import { ok } from '../../../shared/base';
import { type CallReport, callReport } from '../../../shared/rules';
import type { Command } from '../command';
import { readInstant } from '../read-instant';
import { knownData } from '../with-store';

export const listCalls: Command = {
  name: 'calls',
  usage: '[--now ISO] [--store DIR]',
  about: 'In các đợt kêu gọi, kèm hạn nộp thực tế và lý do.',
  options: ['now', 'store'],
  operands: [],
  run: ({ option }, around) => {
    const at = readInstant(option('now'), around.now);
    if (!at.ok) return at;
    const known = knownData(option('store'), around);
    if (!known.ok) return known;
    const { data, settings } = known.value;
    // Without a moment given the list is the same every day.
    const moment = option('now') === undefined ? null : at.value.toISOString();
    const reports: CallReport[] = [];
    for (const call of data.calls) {
      const report = callReport(call, data.calendar, settings, moment);
      if (!report.ok) return report;
      reports.push(report.value);
    }
    return ok({ document: reports });
  },
};
