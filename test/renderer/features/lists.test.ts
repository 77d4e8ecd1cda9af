// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, findCommands } from '../../../renderer/features/palette/command';
import {
  newestFirst,
  nextOrder,
  type SortColumn,
  sortProposals,
} from '../../../renderer/features/proposals/sort-proposals';
import { foldText } from '../../../shared/base';
import type { ProposalSummary } from '../../../shared/ipc';

const instants = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());

const summaries: fc.Arbitrary<ProposalSummary> = fc.record({
  id: fc.uuid(),
  title: fc.constantFrom('Đổi mới', 'đo lường', 'Ánh sáng', 'áp suất', 'Ép nhựa', 'Zơ', ''),
  callId: fc.constant('c'),
  callTitle: fc.constant('Đợt'),
  templateId: fc.constant('t'),
  createdAt: instants,
  modifiedAt: instants,
  trashedAt: fc.option(instants),
  pages: fc.option(fc.double({ min: 0, max: 12, noNaN: true })),
  pageLimit: fc.constant(5),
  answered: fc.integer({ min: 0, max: 11 }),
  sections: fc.constant(11),
});

const columns = fc.constantFrom<SortColumn>('title', 'pages', 'answered', 'time');

describe('the list of proposals', () => {
  it('loses and repeats nothing when it is sorted', () => {
    fc.assert(
      fc.property(fc.array(summaries), columns, fc.boolean(), (list, column, descending) => {
        const sorted = sortProposals(list, { column, descending });
        expect(new Set(sorted)).toEqual(new Set(list));
        expect(sorted).toHaveLength(list.length);
      }),
    );
  });

  it('puts names in the order of their letters, accents and case aside', () => {
    fc.assert(
      fc.property(fc.array(summaries), (list) => {
        const names = sortProposals(list, { column: 'title', descending: false }).map(({ title }) =>
          foldText(title),
        );
        expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }),
    );
  });

  it('starts with the newest, turns at the second click, and begins names at A', () => {
    expect(newestFirst).toEqual({ column: 'time', descending: true });
    expect(nextOrder(newestFirst, 'time')).toEqual({ column: 'time', descending: false });
    expect(nextOrder(newestFirst, 'title')).toEqual({ column: 'title', descending: false });
    expect(nextOrder(newestFirst, 'pages')).toEqual({ column: 'pages', descending: true });
  });
});

describe('finding a command', () => {
  const command = (title: string, group = 'Hồ sơ này'): Command => ({
    id: title,
    title,
    group,
    run: () => undefined,
  });
  const commands = [
    command('Đến phần IX. Dự kiến nhu cầu kinh phí'),
    command('Kết xuất PDF'),
    command('Kiểu trình bày'),
    command('Đơn vị', 'Đi đến'),
  ];
  const titles = (typed: string) => findCommands(commands, typed).map(({ title }) => title);

  it('shows all before anything is typed', () => {
    expect(titles('  ')).toHaveLength(4);
  });

  it('needs no accents, no case and no order of words', () => {
    expect(titles('kinh phi')).toEqual([commands[0]!.title]);
    expect(titles('PDF xuat')).toEqual(['Kết xuất PDF']);
    expect(titles('don vi')).toEqual(['Đơn vị']);
  });

  it('finds by the group, too', () => {
    expect(titles('di den')).toEqual(['Đơn vị']);
  });

  it('puts what begins with the letters first', () => {
    expect(titles('ki')[0]).toBe('Kiểu trình bày');
  });

  it('finds nothing rather than something else', () => {
    expect(titles('gui qua mang')).toEqual([]);
  });
});
