import { ok } from '../../../shared/base';
import { defaultDeadlineSettings } from '../../../shared/model';
import { type CallReport, callReport } from '../../../shared/rules';
import type { Command } from '../command';
import { readInstant } from '../read-instant';

export const listCalls: Command = {
  name: 'calls',
  usage: '[--now ISO]',
  about: 'In các đợt kêu gọi, kèm hạn nộp thực tế và lý do.',
  options: ['now'],
  operands: [],
  run: ({ option }, { data, now }) => {
    const at = readInstant(option('now'), now);
    if (!at.ok) return at;
    // Without a moment given the list is the same every day.
    const moment = option('now') === undefined ? null : at.value.toISOString();
    const reports: CallReport[] = [];
    for (const call of data.calls) {
      const report = callReport(call, data.calendar, defaultDeadlineSettings, moment);
      if (!report.ok) return report;
      reports.push(report.value);
    }
    return ok({ document: reports });
  },
};
