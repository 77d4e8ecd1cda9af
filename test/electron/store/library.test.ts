import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemblePack, callSchema, type Pack, parsePack } from '../../../shared/model';
import { newFolder, newProposal, openTestStore, paragraph, value } from './open-test-store';

const assets = join(import.meta.dirname, '../../../assets');
const call = callSchema.parse(
  JSON.parse(readFileSync(join(assets, 'calls/qg-2023-1322-haiphong.json'), 'utf8')),
);

const packOf = (edition: number, calls: Pack['calls']): Pack =>
  assemblePack(
    {
      id: 'thu',
      title: 'Gói thử',
      edition,
      publishedOn: '2026-11-24',
      validFrom: null,
      validTo: null,
      source: 'kiểm thử',
    },
    { calls },
  );

describe('S60 the library', () => {
  it('is loaded once, and again when the pack has changed', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const first = packOf(1, [call]);
    expect(parsePack(JSON.stringify(first)).ok).toBe(true);
    expect(value(store.ensurePack(first))?.direction).toBe('first');
    expect(value(store.ensurePack(first))).toBeNull();
    store.close();
    const next = openTestStore(folder);
    expect(value(next.library()).calls).toEqual([call]);
    const second = packOf(2, [{ ...call, title: 'Tên mới' }]);
    expect(value(next.ensurePack(second))?.direction).toBe('newer');
    expect(value(next.library()).calls[0]?.title).toBe('Tên mới');
    expect(value(next.ensurePack(first))).toBeNull();
  });

  it('S61 keeps what the person edited and what the person threw away', () => {
    const store = openTestStore();
    value(store.importPack(packOf(1, [call])));
    value(store.saveRecord('calls', { ...call, title: 'Tên tôi đặt' }));
    value(store.importPack(packOf(2, [{ ...call, title: 'Tên mới', issuer: 'Nơi khác' }])));
    expect(value(store.library()).calls[0]).toMatchObject({
      title: 'Tên tôi đặt',
      issuer: 'Nơi khác',
    });
    value(store.resetRecord('calls', call.id));
    expect(value(store.library()).calls[0]?.title).toBe('Tên mới');
    value(store.removeRecord('calls', call.id));
    value(store.importPack(packOf(3, [{ ...call, title: 'Lần ba' }])));
    expect(value(store.library()).calls).toEqual([]);
    expect(value(store.keptRecords())).toMatchObject([{ removed: true, edition: 3 }]);
  });

  it('refuses a record of a wrong shape, with the place', () => {
    const store = openTestStore();
    const { title: _title, ...broken } = call;
    expect(store.saveRecord('calls', broken)).toMatchObject({
      ok: false,
      error: { code: 'invalid-value', where: 'title' },
    });
    expect(store.removeRecord('calls', 'khong-co')).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('S62 search', () => {
  it('finds calls and proposals without accents, with accents first where they were typed', () => {
    const store = openTestStore();
    value(store.importPack(packOf(1, [call])));
    const made = value(
      store.createProposal(
        newProposal('Đo lường áp suất', { muc1: paragraph('Thiết bị đo lường') }),
      ),
    );
    expect(value(store.search({ query: 'nang suat chat luong' })).map(({ id }) => id)).toContain(
      call.id,
    );
    const [hit] = value(store.search({ query: 'do luong' }));
    expect(hit).toMatchObject({ kind: 'proposal', id: made.id });
    expect(hit?.marks.map(({ from, to }) => hit.snippet.slice(from, to))).toEqual(['đo lường']);
  });

  it('follows edits, the trash and erasing', () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal('Lò hơi')));
    const find = (query: string) => value(store.search({ query })).map((hit) => hit.id);
    expect(find('lo hoi')).toEqual([id]);
    value(store.saveSection(id, 'muc1', 'tua bin gió'));
    expect(find('tua bin gio')).toEqual([id]);
    value(store.saveSection(id, 'muc1', 'bơm nhiệt'));
    expect(find('tua bin')).toEqual([]);
    value(store.trashProposal(id));
    expect(find('bom nhiet')).toEqual([]);
    value(store.restoreProposal(id));
    expect(find('bom nhiet')).toEqual([id]);
    value(store.trashProposal(id));
    value(store.eraseProposal(id));
    expect(find('bom nhiet')).toEqual([]);
  });

  it('S63 makes a broken index anew without a save noticing', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal('Lò hơi')));
    expect(value(store.search({ query: 'lo hoi' }))).toHaveLength(1);
    store.close();
    writeFileSync(join(folder, 'tim-kiem.db'), 'không phải cơ sở dữ liệu'.repeat(500));
    const next = openTestStore(folder);
    value(next.saveSection(id, 'muc1', 'bơm nhiệt'));
    expect(value(next.search({ query: 'bom nhiet' })).map((hit) => hit.id)).toEqual([id]);
  });

  it('never takes words for syntax', () => {
    const store = openTestStore();
    value(store.createProposal(newProposal('Kế hoạch 06/KH-UBND')));
    for (const query of [
      '"',
      'a OR b',
      'NEAR(a b)',
      '*',
      '06/KH-UBND',
      "'; DROP TABLE words",
      '\u0000',
    ]) {
      expect(store.search({ query }).ok).toBe(true);
    }
    expect(value(store.search({ query: '06/kh-ubnd' }))).toHaveLength(1);
  });
});

describe('S64 parts and register', () => {
  it('keeps what belongs to a proposal beside its sections', () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    value(store.savePart(id, 'compliance', { chosen: ['a'], answers: {} }));
    expect(value(store.readParts(id))).toEqual({ compliance: { answers: {}, chosen: ['a'] } });
    expect(store.savePart(id, '../x', 1)).toMatchObject({ error: { code: 'invalid-value' } });
  });

  it('S65 chains the register, which outlives its proposal', () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    for (const kind of ['freeze', 'print', 'delivery']) {
      value(store.enterRegister({ kind, proposalId: id, actor: 'Đỗ Ứng', detail: { kind } }));
    }
    value(store.trashProposal(id));
    value(store.eraseProposal(id));
    expect(value(store.listRegister(id)).map(({ kind }) => kind)).toEqual([
      'delivery',
      'print',
      'freeze',
    ]);
    expect(value(store.checkRegister())).toEqual([]);
  });
});
