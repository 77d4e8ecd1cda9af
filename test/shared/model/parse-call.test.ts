import { describe, expect, test } from 'vitest';
import dot2Json from '../../../assets/calls/hp-2024-dot2.json';
import { callFailure, callSchema, draftCall, freshCallId, parseCall } from '../../../shared/model';

const faults = (more: object): (readonly [string, string])[] => {
  const result = parseCall({ ...dot2Json, ...more });
  return result.ok ? [] : result.error.map(({ where, sentence }) => [where, sentence] as const);
};

describe('a call entered by a person', () => {
  test('comes back trimmed and in NFC', () => {
    const result = parseCall({ ...dot2Json, title: ` ${'Đợt một'.normalize('NFD')} ` });
    expect(result.ok && result.value.title).toBe('Đợt một');
    expect(parseCall(dot2Json)).toEqual({ ok: true, value: callSchema.parse(dot2Json) });
  });

  test('names every field to mend', () => {
    expect(
      faults({
        title: '  ',
        issuer: '',
        recipients: [{ ...dot2Json.recipients[0], name: '' }],
      }),
    ).toEqual([
      ['title', 'Hãy ghi tên đợt kêu gọi.'],
      ['issuer', 'Hãy ghi cơ quan ban hành.'],
      ['recipients[0].name', 'Hãy ghi tên nơi nhận.'],
    ]);
    expect(faults({ deadline: { ...dot2Json.deadline, date: '2027-02-30', hour: '17h' } })).toEqual(
      [
        ['deadline.date', 'Ngày phải viết dạng NĂM-THÁNG-NGÀY và có thật trên lịch.'],
        ['deadline.hour', 'Giờ phải viết dạng GIỜ:PHÚT, từ 00:00 đến 23:59.'],
      ],
    );
    expect(faults({ recipients: [] })).toEqual([
      ['recipients', 'Giá trị hoặc số phần tử phải từ 1 trở lên.'],
    ]);
    expect(faults({ level: 'x' })[0]?.[1]).toContain('city, national, district');
    expect(faults({ secret: 1 })).toEqual([['', 'Có mục lạ: secret.']]);
    expect(faults({ round: 0, id: 'Hoa' })).toHaveLength(2);
    const twice = { id: 'a', text: 'x', children: [{ id: 'a', text: 'y', children: [] }] };
    expect(faults({ orientations: [twice] })).toEqual([
      ['orientations', 'Hai định hướng cùng mang mã a.'],
    ]);
  });

  test('fields added later have defaults, so that older records stay valid', () => {
    const { addressees, dossier, requirements, priorities, references, unknowns, source, ...old } =
      dot2Json;
    expect([
      addressees,
      dossier,
      requirements,
      priorities,
      references,
      unknowns,
      source,
    ]).toHaveLength(7);
    const [recipient] = old.recipients;
    const older = {
      ...old,
      deadline: { date: '2025-03-15', hour: '17:00', wording: 'x', inclusive: false },
      recipients: [
        { name: recipient?.name, address: recipient?.address, deadline: null, note: '' },
      ],
    };
    expect(parseCall(older)).toMatchObject({
      ok: true,
      value: {
        dossier: null,
        unknowns: [],
        deadline: { timeZone: 'Asia/Ho_Chi_Minh' },
        recipients: [{ step: 1, hours: null, email: '' }],
      },
    });
  });

  test('as one failure, for a door that shows one sentence', () => {
    const result = parseCall({ ...dot2Json, title: '' });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(callFailure(result.error)).toMatchObject({
      ok: false,
      error: {
        code: 'call-invalid',
        message: 'Đợt kêu gọi chưa ghi được: Hãy ghi tên đợt kêu gọi.',
        where: 'title',
      },
    });
  });
});

describe('a new call', () => {
  test('starts empty and wants what a call needs', () => {
    const draft = draftCall('dot-2027', '2027-01-15');
    const result = parseCall(draft);
    expect(result.ok ? [] : result.error.map(({ where }) => where)).toEqual([
      'title',
      'issuer',
      'recipients[0].name',
    ]);
    const filled = {
      ...draft,
      title: 'Đợt 2027',
      issuer: 'Sở Khoa học và Công nghệ',
      recipients: [{ ...draft.recipients[0], name: 'Chi cục' }],
    };
    expect(parseCall(filled).ok).toBe(true);
  });

  test('gets an id made of its words, and never one that is taken', () => {
    expect(freshCallId('Đợt 1 năm 2027 – Hải Phòng', new Set())).toBe('dot-1-nam-2027-hai-phong');
    expect(freshCallId('Đợt', new Set(['dot', 'dot-2']))).toBe('dot-3');
    expect(freshCallId('***', new Set())).toBe('dot');
    expect(freshCallId('日本', new Set())).toBe('dot');
    expect(freshCallId(`a${' b'.repeat(100)}`, new Set()).length).toBeLessThanOrEqual(60);
    expect(callSchema.shape.id.safeParse(freshCallId('Ủy ban / 2027', new Set())).success).toBe(
      true,
    );
  });
});
