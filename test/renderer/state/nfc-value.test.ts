import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nfcValue } from '../../../renderer/state/nfc-value';
import { arbitraryDoc } from '../../shared/templates/arbitrary-proposal';

describe('values in NFC', () => {
  it('has every text in NFC, wherever it stands', () => {
    const apart = 'Đề xuất năng lượng'.normalize('NFD');
    const value = { name: apart, list: [apart, { deep: apart }], number: 3, nothing: null };
    expect(JSON.stringify(nfcValue(value))).toBe(JSON.stringify(value).normalize('NFC'));
  });

  it('gives what is in NFC back as the same object', () => {
    fc.assert(
      fc.property(arbitraryDoc, (doc) => {
        expect(nfcValue(doc)).toBe(doc);
        expect(nfcValue(doc)).toBe(doc);
      }),
    );
  });

  it('keeps the parts that were right already', () => {
    const right = { text: 'đúng' };
    const made = nfcValue({ right, wrong: { text: 'ế'.normalize('NFD') } });
    expect((made as { right: object }).right).toBe(right);
  });
});
