import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import calendarJson from '../../assets/calendar/vn-working-days.json';
import hp2023Json from '../../assets/calls/hp-2023-1882.json';
import dot2Json from '../../assets/calls/hp-2024-dot2.json';
import myLocJson from '../../assets/calls/ml-2024-1322.json';
import nationalJson from '../../assets/calls/qg-2023-1322-haiphong.json';
import referencesJson from '../../assets/references/legal-references.json';
import {
  type Call,
  callSchema,
  defaultDeadlineSettings,
  type Orientation,
  referenceFileSchema,
  workingCalendarSchema,
} from '../../shared/model';
import { callEffectiveDeadline, recipientDeadlines } from '../../shared/rules/call-deadlines';
import { deadlineSentence } from '../../shared/rules/effective-deadline';

const seed = (name: string): string =>
  readFileSync(new URL(`../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8');

/** Words only: no Markdown, no line breaks, one space, so that texts compare as they read. */
const plain = (text: string): string =>
  text.normalize('NFC').replace(/[*#]/gu, '').replace(/\s+/gu, ' ').trim();

const corrected = (text: string, call: Pick<Call, 'corrections'>): string =>
  call.corrections.reduce(
    (words, correction) =>
      words.replaceAll(plain(correction.original), plain(correction.corrected)),
    plain(text),
  );

const hp2023 = callSchema.parse(hp2023Json);
const dot2 = callSchema.parse(dot2Json);
const national = callSchema.parse(nationalJson);
const myLoc = callSchema.parse(myLocJson);
const references = referenceFileSchema.parse(referencesJson).references;
const calendar = workingCalendarSchema.parse(calendarJson);

const hp2023Seed = seed('000_30c09797a6ceb43c');
const dot2Seed = seed('001_7b55e5eb75ba670d');
const nationalSeed = seed('002_b06a40e13c0a8a63');
const myLocSeed = seed('004_3bb080e98abd1914');

/** The web page around the letter: banner above, news and advertisements below. */
const nationalLetter = nationalSeed.slice(
  nationalSeed.indexOf('Thông tin vv'),
  nationalSeed.indexOf('Tài liệu đính kèm:'),
);

/** The annex is the form: `assets/templates`, compared with the seed in its own test. */
const hp2023Letter = hp2023Seed.slice(0, hp2023Seed.indexOf('**PHỤ LỤC**'));

const letters: [string, Call, string][] = [
  ['hp-2023-1882', hp2023, hp2023Letter],
  ['hp-2024-dot2', dot2, dot2Seed],
  ['qg-2023-1322-haiphong', national, nationalLetter],
  ['ml-2024-1322', myLoc, myLocSeed],
];

const flat = (orientations: readonly Orientation[]): string[] =>
  orientations.flatMap(({ text, children }) => [text, ...flat(children)]);

describe.each(letters)('%s against its source letter', (id, call, source) => {
  const words = corrected(source, call);

  test('carries the letter in full, changed only by the listed corrections', () => {
    expect(call.id).toBe(id);
    expect(plain(call.letter.join(' '))).toBe(words);
  });

  test('lists each correction with words that really stand in the source', () => {
    for (const { original, corrected: mended } of call.corrections) {
      expect(mended).not.toBe(original);
      // White space is itself the fault in some: compare as it stands, but for line ends.
      const asPrinted = source.replace(/[*\r]/gu, '').replace(/\n\s*\n/gu, '\n\n');
      expect(asPrinted.includes(original), original).toBe(true);
      expect(plain(call.letter.join(' ')).includes(plain(mended)), mended).toBe(true);
    }
  });

  test('takes every fact a proposer needs from the letter', () => {
    const lower = words.toLowerCase();
    const facts = [
      ...flat(call.orientations),
      ...call.requirements,
      ...call.priorities,
      ...call.addressees,
      ...call.references.map(({ wording }) => wording),
      ...call.contacts.flatMap(({ name, position, phone }) => [name, position, phone]),
      ...call.recipients.flatMap(({ address, email, sender, deadline }) => [
        address,
        email,
        sender,
        deadline?.wording ?? '',
      ]),
      call.deadline.wording,
      call.dossier?.email ?? '',
      ...(call.dossier?.documents
        .filter(({ form }) => form.standing !== 'none')
        .map(({ wording }) => wording) ?? []),
      ...call.portals,
      call.programme,
      call.title,
    ];
    for (const fact of facts) expect(lower.includes(plain(fact).toLowerCase()), fact).toBe(true);
  });

  test('cites only known references, and not with another number than they have', () => {
    for (const { reference, wording } of call.references) {
      const record = references.find((one) => one.id === reference);
      expect(record?.number, reference).toBeTruthy();
      expect(wording).toContain(record?.number);
    }
  });

  test('P10 is NFC throughout and says what it does not know', () => {
    const text = JSON.stringify(call);
    expect(text).toBe(text.normalize('NFC'));
    expect(call.unknowns.length).toBeGreaterThan(0);
    expect(call.dossier?.documents.length).toBeGreaterThan(0);
  });
});

describe('what each letter says', () => {
  test('hp-2023-1882: number, day, three orientations with every bullet, two portals', () => {
    expect(hp2023).toMatchObject({
      number: '1882/BQL-KHTH',
      date: '2023-04-15',
      level: 'city',
      portals: ['sokhcn.haiphong.gov.vn', 'hpstic.vn'],
      templates: ['hp-2023-bdx'],
    });
    expect(hp2023.deadline).toMatchObject({ date: '2023-05-20', hour: '17:00', inclusive: false });
    expect(hp2023.recipients[0]?.address).toContain('240 Văn Cao');
    expect(hp2023.contacts[0]).toMatchObject({ name: 'Ông Vũ Công Quý', phone: '0904.577972' });
    expect(hp2023.orientations.map(({ id, children }) => [id, children.length])).toEqual([
      ['a', 2],
      ['b', 5],
      ['c', 2],
    ]);
    expect(hp2023.references.map(({ reference, role }) => [reference, role])).toEqual([
      ['tb-70-tb-skhcn-2023', 'relays'],
      ['kh-06-kh-ubnd-2021', 'programme'],
      ['tt-15-2022-tt-bkhcn', 'basis'],
    ]);
    expect(hp2023.cautions[0]).toMatch(/10\/02\/2021.*11\/01\/2021/u);
  });

  test('hp-2024-dot2: round two, no number, no day, its own contact and deadline', () => {
    expect(dot2).toMatchObject({ number: null, date: '2024-08', round: 2, level: 'city' });
    expect(dot2.deadline).toMatchObject({ date: '2025-03-15', hour: '17:00', inclusive: false });
    expect(dot2.contacts[0]).toMatchObject({ name: 'Bà Đặng Tố Trinh', phone: '098.694.6190' });
    expect(dot2.orientations).toHaveLength(3);
    expect(dot2.unknowns.map(({ what }) => what)).toContain('Phụ lục 1, Phụ lục 2');
  });

  test('hp-2024-dot2: the 2023 form is offered as a basis and marked so', () => {
    expect(dot2.templates).toEqual(['hp-2023-bdx']);
    const forms = dot2.dossier?.documents.map(({ form }) => form) ?? [];
    const basis = forms.find(({ template }) => template === 'hp-2023-bdx');
    expect(basis?.standing).toBe('basis');
    expect(basis?.note).toContain('cần đối chiếu');
    expect(dot2.cautions.join(' ')).toContain('cần đối chiếu');
  });

  test('qg-2023-1322-haiphong: five priority groups, paper and Word, no hour', () => {
    expect(national).toMatchObject({ number: null, level: 'national' });
    expect(national.orientations).toHaveLength(5);
    expect(national.deadline).toMatchObject({ date: '2023-04-22', hour: null, inclusive: false });
    expect(national.recipients[0]?.address).toContain('240 Văn Cao');
    expect(national.dossier?.email).toBe('khcn.chicuctdc@haiphong.gov.vn');
    const media = new Set(national.dossier?.documents.flatMap((document) => document.media));
    expect([...media].sort()).toEqual(['docx', 'electronic', 'paper']);
    expect(national.requirements[0]).toContain('tối thiểu 03 trường cùng khối ngành');
  });

  test('ml-2024-1322: four documents in priority order, two levels of deadline', () => {
    expect(myLoc).toMatchObject({ number: null, level: 'district' });
    expect(myLoc.issuer).toContain('Mỹ Lộc');
    expect(myLoc.dossier?.documents.map(({ kind }) => kind)).toEqual([
      'cover-letter',
      'summary-table',
      'proposal-form',
      'commitment',
    ]);
    expect(myLoc.dossier?.inPriorityOrder).toBe(true);
    expect(myLoc.dossier?.documents.at(-1)).toMatchObject({ required: 'conditional' });
    expect(myLoc.recipients.map(({ step, deadline }) => [step, deadline?.inclusive])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(myLoc.requirements).toHaveLength(5);
    expect(myLoc.orientations.at(-1)?.children).toHaveLength(4);
    expect(myLoc.priorities.join(' ')).toMatch(/ISO 14001.*chip bán dẫn.*OCOP/u);
  });
});

describe('effective deadlines of the four calls', () => {
  const effective = (call: Call) => {
    const result = callEffectiveDeadline(call, calendar, defaultDeadlineSettings);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  test('hp-2023-1882', () => {
    const { at, printReadyBy, reasons } = effective(hp2023);
    expect([at, printReadyBy]).toEqual(['2023-05-19T17:00:00+07:00', '2023-05-17T17:00:00+07:00']);
    expect(deadlineSentence({ reasons })).toBe(
      'Thứ Bảy 20/5/2023 cơ quan không làm việc → nộp trước 17 giờ 00 thứ Sáu 19/5/2023; trừ 1 ngày ký, đóng dấu và 0,5 ngày đi đường → bản in phải xong chiều thứ Tư 17/5/2023',
    );
  });

  test('hp-2024-dot2', () => {
    const { at, printReadyBy, reasons } = effective(dot2);
    expect([at, printReadyBy]).toEqual(['2025-03-14T17:00:00+07:00', '2025-03-12T17:00:00+07:00']);
    expect(reasons.map(({ code }) => code)).toEqual(['weekend', 'preparation']);
    expect(deadlineSentence({ reasons })).toBe(
      'Thứ Bảy 15/3/2025 cơ quan không làm việc → nộp trước 17 giờ 00 thứ Sáu 14/3/2025; trừ 1 ngày ký, đóng dấu và 0,5 ngày đi đường → bản in phải xong chiều thứ Tư 12/3/2025',
    );
  });

  test('qg-2023-1322-haiphong', () => {
    const { at, printReadyBy, reasons } = effective(national);
    expect([at, printReadyBy]).toEqual(['2023-04-21T17:00:00+07:00', '2023-04-19T17:00:00+07:00']);
    expect(deadlineSentence({ reasons })).toBe(
      'Thời hạn ghi trước ngày 22/4/2023, không ghi giờ → nộp trước 17 giờ 00 thứ Sáu 21/4/2023; trừ 1 ngày ký, đóng dấu và 0,5 ngày đi đường → bản in phải xong chiều thứ Tư 19/4/2023',
    );
  });

  test('ml-2024-1322: the proposer’s deadline and the district’s own', () => {
    const { at, printReadyBy, reasons } = effective(myLoc);
    expect([at, printReadyBy]).toEqual(['2024-03-22T17:00:00+07:00', '2024-03-20T17:00:00+07:00']);
    expect(deadlineSentence({ reasons })).toBe(
      'Thời hạn ghi trước ngày 23/3/2024, không ghi giờ → nộp trước 17 giờ 00 thứ Sáu 22/3/2024; trừ 1 ngày ký, đóng dấu và 0,5 ngày đi đường → bản in phải xong chiều thứ Tư 20/3/2024',
    );
    const both = recipientDeadlines(myLoc, calendar, defaultDeadlineSettings);
    const second = both.ok ? both.value[1] : undefined;
    expect(second?.effective.at).toBe('2024-03-22T17:00:00+07:00');
    expect(second?.effective.reasons[0]).toMatchObject({
      code: 'weekend',
      sentence: 'Thứ Bảy 23/3/2024 cơ quan không làm việc → nộp trước 17 giờ 00 thứ Sáu 22/3/2024',
    });
  });
});
