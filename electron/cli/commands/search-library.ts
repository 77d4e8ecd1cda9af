import { ok } from '../../../shared/base';
import {
  callSearchDocument,
  programmeSearchDocuments,
  referenceSearchDocument,
  type SearchHit,
  searchRecords,
} from '../../../shared/model';
import type { Command, CommandAnswer } from '../command';
import { hasStore, withStore } from '../with-store';

const answer = (hits: readonly SearchHit[]): CommandAnswer => ({
  document: hits.map(({ kind, id, title, snippet }) => ({ kind, id, title, snippet })),
});

export const searchLibrary: Command = {
  name: 'search',
  usage: 'TEXT [--store DIR]',
  about:
    'Tìm trong đợt kêu gọi, chương trình, nhiệm vụ và văn bản, và hồ sơ của thư mục dữ liệu; không cần gõ dấu.',
  options: ['store'],
  operands: ['TEXT'],
  run: ({ operands: [text = ''], option }, around) => {
    const folder = option('store');
    if (folder !== undefined && hasStore(folder, around)) {
      return withStore(folder, around, (store) => {
        const found = store.search({ query: text, limit: 50 });
        return found.ok ? ok(answer(found.value)) : found;
      });
    }
    const { data } = around;
    const documents = [
      ...data.calls.map(callSearchDocument),
      ...data.programmes.flatMap(programmeSearchDocuments),
      ...data.references.map(referenceSearchDocument),
    ];
    const hits = searchRecords(documents, text);
    return ok(answer(hits));
  },
};
