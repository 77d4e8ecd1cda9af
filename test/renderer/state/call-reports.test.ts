import { describe, expect, it } from 'vitest';
import { loadShippedData } from '../../../electron/assets';
import {
  ALL_CALLS,
  callEntries,
  matchesFilter,
  staleInCall,
  staleSentence,
} from '../../../renderer/state/call-reports';
import { defaultDeadlineSettings } from '../../../shared/model';

const { calls, calendar, staleFacts } = loadShippedData();
const entriesAt = (now: string) => callEntries(calls, calendar, defaultDeadlineSettings, now);
const idsAt = (now: string): string[] => entriesAt(now).map(({ call }) => call.id);

describe('the list of calls', () => {
  it('has the most urgent open call first and closed ones after, newest first', () => {
    expect(idsAt('2023-04-01T01:00:00Z')).toEqual([
      'qg-2023-1322-haiphong',
      'hp-2023-1882',
      'ml-2024-1322',
      'hp-2024-dot2',
    ]);
    expect(idsAt('2023-06-01T01:00:00Z')).toEqual([
      'ml-2024-1322',
      'hp-2024-dot2',
      'hp-2023-1882',
      'qg-2023-1322-haiphong',
    ]);
    expect(idsAt('2026-11-25T01:00:00Z')).toEqual([
      'hp-2024-dot2',
      'ml-2024-1322',
      'hp-2023-1882',
      'qg-2023-1322-haiphong',
    ]);
  });

  it('lets through what the filter asks for', () => {
    const shown = (filter: Partial<typeof ALL_CALLS>): string[] =>
      entriesAt('2024-01-10T01:00:00Z')
        .filter((entry) => matchesFilter(entry, { ...ALL_CALLS, ...filter }))
        .map(({ call }) => call.id);
    expect(shown({})).toHaveLength(4);
    expect(shown({ level: 'district' })).toEqual(['ml-2024-1322']);
    expect(shown({ state: 'closed' })).toEqual(['hp-2023-1882', 'qg-2023-1322-haiphong']);
    expect(shown({ state: 'open', level: 'city' })).toEqual(['hp-2024-dot2']);
    const programme = calls.find(({ id }) => id === 'ml-2024-1322')?.programme ?? '';
    expect(shown({ programme })).toContain('ml-2024-1322');
  });
});

describe('what is no longer so', () => {
  it('is told of an address with an abolished district, from 1/7/2025 on only', () => {
    const address = '240 Văn Cao, phường Đằng Giang, quận Ngô Quyền, thành phố Hải Phòng';
    expect(staleSentence(address, '2025-06-30', staleFacts)).toBe('');
    expect(staleSentence(address, '2025-07-01', staleFacts)).toContain('Đằng Giang');
    expect(staleSentence('Khu công nghiệp Tràng Duệ', '2026-11-25', staleFacts)).toBe('');
  });

  it('is told of each shipped call today, each thing once', () => {
    for (const call of calls) {
      const found = staleInCall(call, '2026-11-25', staleFacts);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map(({ hint }) => hint)).size).toBe(found.length);
    }
  });
});
