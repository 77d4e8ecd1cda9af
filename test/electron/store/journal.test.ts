import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c } from '../../../electron/store/journal/crc32c';
import { Journal, readJournal, segmentFiles } from '../../../electron/store/journal/journal';
import { decodeRecord, encodeRecord } from '../../../electron/store/journal/journal-record';
import { encodeSegmentHead, readSegment } from '../../../electron/store/journal/journal-segment';
import { Mark, readMark } from '../../../electron/store/journal/mark';
import { newFolder, newProposal, openTestStore, value } from './open-test-store';

const STORE = '00112233445566778899aabbccddeeff';

const journalIn = (folder: string, reserve = 64 * 1024): Journal => {
  const journal = new Journal({ folder, store: STORE, reserve });
  journal.open(1);
  return journal;
};

const onlySegment = (folder: string): string => join(folder, segmentFiles(folder)[0]?.name ?? '');

describe('records', () => {
  it('come back as they were, short and long', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.string({ unit: 'grapheme', maxLength: 50 }),
        fc.nat({ max: 200 }),
        (seq, text, times) => {
          const record = { seq, payload: text.repeat(times) };
          const bytes = encodeRecord({ ...record, payload: Buffer.from(record.payload) });
          expect(decodeRecord(bytes, 0)).toEqual({ record, next: bytes.length });
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('are checked by the sum that the standard gives', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(crc32c(Buffer.from('6789'), crc32c(Buffer.from('12345')))).toBe(0xe3069283);
  });

  it('S26 behind a damaged stretch are still read, and a torn end is not one', () => {
    const head = encodeSegmentHead({ store: STORE, firstSeq: 1 });
    const records = [1, 2, 3].map((seq) =>
      encodeRecord({ seq, payload: Buffer.from(`thay đổi ${seq}`) }),
    );
    const bytes = Buffer.concat([head, ...records, Buffer.alloc(4096)]);
    const second = head.length + (records[0]?.length ?? 0);
    for (let at = second; at < second + (records[1]?.length ?? 0); at += 1) {
      const spoilt = Buffer.from(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x10;
      const reading = readSegment(spoilt);
      expect(reading.records.map(({ seq }) => seq)).toEqual([1, 3]);
      expect(reading.damagedBytes).toBeGreaterThan(0);
    }
    const end = head.length + records.reduce((sum, { length }) => sum + length, 0);
    const torn = readSegment(bytes.subarray(0, end - 3));
    expect(torn.records.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('the journal', () => {
  it('goes on where it was, over many files, and gives all of it back', () => {
    const folder = newFolder();
    let journal = journalIn(folder, 2000);
    for (let seq = 1; seq <= 60; seq += 1) {
      journal.append([{ seq, payload: Buffer.from(`${seq} ${'x'.repeat(100)}`) }]);
      if (seq % 7 === 0) {
        journal.close();
        journal = journalIn(folder, 2000);
      }
    }
    journal.close();
    expect(segmentFiles(folder).length).toBeGreaterThan(3);
    expect(readJournal(folder, 0, STORE).records.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 60 }, (_, at) => at + 1),
    );
    expect(readJournal(folder, 50, STORE).records.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 10 }, (_, at) => at + 51),
    );
  });

  it('never writes behind something it cannot read', () => {
    const folder = newFolder();
    const journal = journalIn(folder);
    journal.append([{ seq: 1, payload: Buffer.from('một') }]);
    journal.append([{ seq: 2, payload: Buffer.from('hai') }]);
    journal.close();
    const path = onlySegment(folder);
    const bytes = readFileSync(path);
    const at = bytes.lastIndexOf('BXJ1');
    bytes[at + 26] = 0;
    writeFileSync(path, bytes);
    const next = new Journal({ folder, store: STORE, reserve: 64 * 1024 });
    next.open(3);
    next.append([{ seq: 3, payload: Buffer.from('ba') }]);
    next.close();
    expect(segmentFiles(folder)).toHaveLength(2);
    expect(readJournal(folder, 0, STORE).records.map(({ seq }) => seq)).toEqual([1, 3]);
  });

  it('S27 takes its room beforehand and keeps its length while it fills', () => {
    const folder = newFolder();
    const journal = journalIn(folder);
    const size = () => readFileSync(onlySegment(folder)).length;
    expect(size()).toBe(64 * 1024);
    for (let seq = 1; seq <= 100; seq += 1) journal.append([{ seq, payload: Buffer.from('chữ') }]);
    expect(size()).toBe(64 * 1024);
    journal.close();
  });

  it('S25 is cut back to the backup before the newest', async () => {
    const folder = newFolder();
    const store = openTestStore(folder, { journalReserve: 4096 });
    const { id } = value(store.createProposal(newProposal()));
    const save = (count: number): void => {
      for (let turn = 0; turn < count; turn += 1)
        value(store.saveSection(id, 'muc1', `${turn} ${'x'.repeat(400)}`));
    };
    save(40);
    const first = value(await store.backupNow());
    save(40);
    expect(segmentFiles(join(folder, 'nhat-ky'))[0]?.firstSeq).toBe(1);
    value(await store.backupNow());
    const [oldest] = segmentFiles(join(folder, 'nhat-ky'));
    expect(oldest?.firstSeq).toBeGreaterThan(1);
    expect(oldest?.firstSeq).toBeLessThanOrEqual(first.seq + 1);
    expect(
      readdirSync(join(folder, 'sao-luu')).filter((name) => name.endsWith('.db')),
    ).toHaveLength(2);
  });
});

describe('the mark', () => {
  it('keeps the other slot when one is spoilt', () => {
    const path = join(newFolder(), 'moc');
    const mark = new Mark(path, STORE);
    for (let seq = 1; seq <= 9; seq += 1) mark.write(seq);
    mark.close();
    expect(readMark(path)).toMatchObject({ store: STORE, seq: 9 });
    const bytes = readFileSync(path);
    for (const slot of [0, 512]) {
      const spoilt = Buffer.from(bytes);
      spoilt[slot + 22] = 0xff;
      writeFileSync(path, spoilt);
      expect([8, 9]).toContain(readMark(path)?.seq);
    }
  });
});
