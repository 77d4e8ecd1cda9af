import { ok } from '../../../shared/base';
import {
  callSearchDocument,
  programmeSearchDocuments,
  referenceSearchDocument,
  searchRecords,
} from '../../../shared/model';
import type { Command } from '../command';

export const searchLibrary: Command = {
  name: 'search',
  usage: 'TEXT',
  about: 'Tìm trong đợt kêu gọi, chương trình, nhiệm vụ và văn bản; không cần gõ dấu.',
  options: [],
  operands: ['TEXT'],
  run: ({ operands: [text = ''] }, { data }) => {
    const documents = [
      ...data.calls.map(callSearchDocument),
      ...data.programmes.flatMap(programmeSearchDocuments),
      ...data.references.map(referenceSearchDocument),
    ];
    const hits = searchRecords(documents, text);
    return ok({
      document: hits.map(({ kind, id, title, snippet }) => ({ kind, id, title, snippet })),
    });
  },
};
