import { expect, test } from 'vitest';
import dot2Json from '../../../assets/calls/hp-2024-dot2.json';
import libraryJson from '../../../assets/references/hp-qd281-2016.json';
import referencesJson from '../../../assets/references/legal-references.json';
import { foldText } from '../../../shared/base';
import {
  callSchema,
  callSearchDocument,
  programmeFileSchema,
  programmeSearchDocuments,
  referenceFileSchema,
  referenceSearchDocument,
  searchDocument,
} from '../../../shared/model';

test('a call is found by what a person would type without accents', () => {
  const document = callSearchDocument(callSchema.parse(dot2Json));
  for (const words of ['nang cao nang suat', 'dang to trinh', '098.694.6190', 'van cao', 'dot 2']) {
    expect(document.folded).toContain(words);
  }
  expect(document).toMatchObject({ kind: 'call', id: 'hp-2024-dot2' });
});

test('each of the 66 tasks is a document with its lead body, group and programme', () => {
  const documents = programmeFileSchema
    .parse(libraryJson)
    .programmes.flatMap((programme) => programmeSearchDocuments(programme));
  const tasks = documents.filter(({ kind }) => kind === 'task');
  expect(tasks).toHaveLength(66);
  expect(documents).toHaveLength(71);
  expect(new Set(documents.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(71);
  const eco = tasks.find(({ title }) => title.includes('nhãn sinh thái'));
  expect(eco?.folded).toContain('so khoa hoc va cong nghe');
  expect(eco?.folded).toContain('tai san tri tue');
});

test('a reference is found by its number, an old spelling of it, and its title', () => {
  const documents = referenceFileSchema
    .parse(referencesJson)
    .references.map((reference) => referenceSearchDocument(reference));
  const found = (words: string) =>
    documents.filter(({ folded }) => folded.includes(foldText(words))).map(({ id }) => id);
  expect(found('1322/QĐ-TTg')).toContain('qd-1322-qd-ttg-2020');
  expect(found('215/TB-SKH-CN')).toEqual(['tb-215-tb-skhcn-2024']);
  expect(found('cong tac van thu')).toEqual(['nd-30-2020-nd-cp']);
});

test('empty parts leave no holes', () => {
  expect(searchDocument('proposal', '1', 'Tên', ['', null, 'nội dung']).body).toBe('nội dung');
});
