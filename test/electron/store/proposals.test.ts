import { describe, expect, it } from 'vitest';
import { newFolder, newProposal, openTestStore, paragraph, value } from './open-test-store';

describe('proposals', () => {
  it('are there again after closing and opening', () => {
    const folder = newFolder();
    const first = openTestStore(folder);
    const made = value(first.createProposal(newProposal('Đề xuất A', { muc1: 'Tên nhiệm vụ' })));
    const ack = value(first.saveSection(made.id, 'muc2', paragraph('Tính cấp thiết')));
    expect(ack.seq).toBe(2);
    value(first.saveView(made.id, { section: 'muc2', anchor: 7, scroll: 12.5 }, 4.62));
    first.close();

    const second = openTestStore(folder);
    expect(second.healed).toBeNull();
    const opened = value(second.openProposal(made.id));
    expect(opened.values).toEqual({ muc1: 'Tên nhiệm vụ', muc2: paragraph('Tính cấp thiết') });
    expect(opened.seq).toBe(2);
    expect(opened.view).toEqual({ section: 'muc2', anchor: 7, scroll: 12.5 });
    const [listed] = value(second.listProposals({ trashed: false }));
    expect(listed).toMatchObject({ title: 'Đề xuất A', pages: 4.62, answered: ['muc1', 'muc2'] });
  });

  it('go to the trash, come back, and are erased only from there', () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    expect(store.eraseProposal(id)).toMatchObject({ ok: false, error: { code: 'invalid-value' } });
    value(store.trashProposal(id));
    expect(value(store.listProposals({ trashed: false }))).toEqual([]);
    expect(value(store.listProposals({ trashed: true }))).toHaveLength(1);
    value(store.restoreProposal(id));
    expect(value(store.openProposal(id)).trashedAt).toBeNull();
    value(store.trashProposal(id));
    value(store.eraseProposal(id));
    expect(store.openProposal(id)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('are copied with their words and without their exports', () => {
    const store = openTestStore();
    const made = value(store.createProposal(newProposal('Gốc', { muc1: 'chữ' })));
    value(
      store.registerExport({
        proposalId: made.id,
        format: 'pdf',
        fileName: 'goc.pdf',
        folder: '/tmp',
        pages: 5,
        bytes: 100,
        sha256: 'a'.repeat(64),
      }),
    );
    const copy = value(store.duplicateProposal(made.id, 'Gốc (bản sao)'));
    expect(copy.id).not.toBe(made.id);
    expect(copy).toMatchObject({ title: 'Gốc (bản sao)', values: { muc1: 'chữ' } });
    expect(value(store.listExports(copy.id))).toEqual([]);
    expect(value(store.listExports(made.id))).toHaveLength(1);
  });

  it('keep organisations with one default', () => {
    const store = openTestStore();
    const contact = {
      name: 'Đỗ Văn Ứng',
      position: 'Trưởng phòng',
      phone: '0225',
      email: 'a@b.vn',
    };
    const a = value(
      store.saveOrganisation({ name: 'Công ty A', address: 'Hải Phòng', contact, isDefault: true }),
    );
    value(
      store.saveOrganisation({ name: 'Công ty B', address: 'Hải Phòng', contact, isDefault: true }),
    );
    expect(
      value(store.listOrganisations()).map(({ name, isDefault }) => [name, isDefault]),
    ).toEqual([
      ['Công ty B', true],
      ['Công ty A', false],
    ]);
    value(store.removeOrganisation(a.id));
    expect(value(store.listOrganisations())).toHaveLength(1);
  });
});
