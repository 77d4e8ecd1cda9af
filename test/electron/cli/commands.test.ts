import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cliIn, EXAMPLE, temporaryFolder } from './cli-in-process';

const cli = cliIn(temporaryFolder());
const example = JSON.parse(readFileSync(EXAMPLE, 'utf8'));

describe('calls', () => {
  test('prints every call with its effective deadline and the reasons', async () => {
    const { status, json } = await cli(['calls']);
    expect(status).toBe(0);
    expect(json.map(({ id }: { id: string }) => id)).toContain('hp-2023-1882');
    for (const call of json) {
      expect(Object.keys(call)).toEqual(
        expect.arrayContaining([
          'id',
          'number',
          'date',
          'issuer',
          'programme',
          'title',
          'round',
          'recipients',
          'deadline',
          'effectiveDeadline',
          'contacts',
          'templates',
          'orientations',
        ]),
      );
      expect(call.effectiveDeadline.reasons.length).toBeGreaterThan(0);
      expect(call.recipients[0]).toMatchObject({
        name: expect.any(String),
        address: expect.any(String),
        deadline: { wording: expect.any(String) },
      });
    }
    const call = json.find(({ id }: { id: string }) => id === 'hp-2023-1882');
    expect(call).toMatchObject({
      deadline: { date: '2023-05-20', hour: '17:00', inclusive: false },
      effectiveDeadline: { at: '2023-05-19T17:00:00+07:00' },
      state: null,
    });
  });

  test('says how each stands where a moment is given', async () => {
    const { json } = await cli(['calls', '--now', '2023-05-19T16:59:00+07:00']);
    const call = json.find(({ id }: { id: string }) => id === 'hp-2023-1882');
    expect(call.state).toMatchObject({ state: 'near', workingDaysLeft: 1 });
  });
});

test('templates: id, title, calls, page limit and sections with guidance', async () => {
  const { status, json } = await cli(['templates']);
  expect(status).toBe(0);
  const form = json.find(({ id }: { id: string }) => id === 'hp-2023-bdx');
  expect(form).toMatchObject({ calls: ['hp-2023-1882', 'hp-2024-dot2'], pageLimit: { max: 5 } });
  expect(form.sections[1]).toEqual({
    id: 'ii',
    numeral: 'II',
    heading: 'TÍNH CẤP THIẾT CỦA NHIỆM VỤ',
    guidance: expect.stringMatching(/^\(Trình bày rõ cơ sở khoa học.*;\.\.\.\)$/u),
    kind: 'richText',
    required: true,
  });
});

describe('new', () => {
  test('prints an empty proposal that the other commands read', async () => {
    const made = await cli(['new', '--call', 'hp-2023-1882']);
    expect(made.status).toBe(0);
    expect(made.json).toMatchObject({
      format: 'ban-de-xuat/proposal',
      version: 1,
      call: 'hp-2023-1882',
      template: 'hp-2023-bdx',
      style: example.style,
    });
    const counted = await cli(['count', '-'], made.output);
    expect(counted.json).toMatchObject({ pages: 1, limit: 5, over: null });
  });

  test('a call whose form is not known asks for one; another form is said to need comparing', async () => {
    const none = await cli(['new', '--call', 'qg-2023-1322-haiphong']);
    expect(none).toMatchObject({ status: 2, json: { error: { code: 'no-template' } } });
    const chosen = await cli(['new', '--call=qg-2023-1322-haiphong', '--template=hp-2023-bdx']);
    expect(chosen.status).toBe(0);
    expect(chosen.said.join()).toContain('cần đối chiếu');
  });
});

describe('count', () => {
  test('the example: about 4.6 pages of five, surely, every section with its share', async () => {
    const { status, json } = await cli(['count', EXAMPLE]);
    expect(status).toBe(0);
    expect(json).toMatchObject({ pages: 5, sure: true, min: 5, max: 5, limit: 5, over: null });
    expect(json.fill).toBeGreaterThan(4.4);
    expect(json.fill).toBeLessThan(4.8);
    expect(json.sections.map(({ id }: { id: string }) => id)).toEqual(Object.keys(example.values));
    const shares = json.sections.map(({ share }: { share: number }) => share);
    const whole = shares.reduce((sum: number, share: number) => sum + share, 0);
    expect(whole).toBeGreaterThan(0.8);
    expect(whole).toBeLessThanOrEqual(1.001);
  });

  test('past the limit: by how many lines, from which section', async () => {
    const long = { ...example.values, vi: 'Đoạn văn.\n\n'.repeat(40) };
    const { json } = await cli(['count', '-'], JSON.stringify({ ...example, values: long }));
    expect(json.pages).toBeGreaterThan(5);
    expect(json.over.lines).toBeGreaterThan(0);
    expect(Object.keys(example.values)).toContain(json.over.from);
    expect(json.fill).toBeGreaterThan(json.pages - 1);
    expect(json.fill).toBeLessThanOrEqual(json.pages);
  });
});

describe('lines', () => {
  test('every word in reading order, in millimetres on the paper', async () => {
    const { json } = await cli(['lines', EXAMPLE]);
    expect(json.map(({ page }: { page: number }) => page)).toEqual([1, 2, 3, 4, 5]);
    for (const { page, lines } of json) {
      for (const { x, y } of lines) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThan(210);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThan(297);
      }
      if (page > 1) expect(lines[0]).toMatchObject({ kind: 'folio', text: String(page) });
    }
    const all = json.flatMap(({ lines }: { lines: { text: string }[] }) =>
      lines.map(({ text }) => text),
    );
    const printed = all.join(' ').replace(/\s+/gu, ' ');
    for (const words of [
      'BẢN ĐỀ XUẤT',
      '(Bản đề xuất được trình bày tối đa trong 05 trang giấy, khổ A4)',
      'I. TÊN NHIỆM VỤ',
      '- Tỷ lệ lỗi công đoạn ép là 3,8%',
      '1. Khảo sát, đánh giá hiện trạng',
      '18 tháng, từ tháng 7 năm 2023 đến tháng 12 năm 2024',
      'Tổng kinh phí thực hiện nhiệm vụ: 2.850.000.000 đồng',
      '(Bằng chữ: Hai tỷ tám trăm năm mươi triệu đồng)',
      '2. Địa chỉ: Lô CN5-06, Khu công nghiệp Đình Vũ, thành phố Hải Phòng',
      '4. Tài liệu gửi kèm (nếu có):',
      'TỔ CHỨC/CÁ NHÂN ĐỀ XUẤT (Ký tên và đóng dấu của tổ chức)',
    ]) {
      expect(printed).toContain(words);
    }
  });
});

describe('check', () => {
  test('the example has no fault of its own; the call’s two dates of one plan are told', async () => {
    const { status, json } = await cli(['check', EXAMPLE]);
    expect(status).toBe(0);
    expect(json.pages).toBe(5);
    expect(json.findings.map(({ code }: { code: string }) => code)).toEqual(['citation-conflict']);
    expect(json.findings[0]).toMatchObject({
      severity: 'warning',
      where: expect.any(String),
      message: expect.stringContaining('10/02/2021'),
      hint: expect.any(String),
    });
  });

  test('an empty proposal has errors, so the status is 1', async () => {
    const made = await cli(['new', '--call', 'hp-2023-1882']);
    const { status, json } = await cli(['check', '-'], made.output);
    expect(status).toBe(1);
    const missing = json.findings.filter(
      ({ code }: { code: string }) => code === 'section-missing',
    );
    expect(missing).toHaveLength(10);
  });

  test('what changes with the day follows --now', async () => {
    const codesAt = async (now: string): Promise<string[]> => {
      const { json } = await cli(['check', EXAMPLE, '--now', now]);
      return json.findings.map(({ code }: { code: string }) => code);
    };
    expect(await codesAt('2023-05-18T08:00:00+07:00')).toContain('deadline-near');
    expect(await codesAt('2023-05-19T17:00:00+07:00')).toContain('call-closed');
    expect(await codesAt('2026-01-01')).toContain('stale-fact');
  });

  test('an illegal style and letters put together from parts are findings here', async () => {
    const odd = {
      ...example,
      style: { ...example.style, fontSize: 12 },
      values: { ...example.values, i: example.values.i.normalize('NFD') },
    };
    const { status, json } = await cli(['check', '-'], JSON.stringify(odd));
    expect(status).toBe(1);
    expect(json.findings.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['style-range', 'text-characters']),
    );
  });
});

test('search finds without accents', async () => {
  const { status, json } = await cli(['search', 'nang cao nang suat']);
  expect(status).toBe(0);
  expect(json.length).toBeGreaterThan(3);
  expect(Object.keys(json[0])).toEqual(['kind', 'id', 'title', 'snippet']);
  expect((await cli(['search', 'khongcotunay'])).json).toEqual([]);
});

describe('pack check', () => {
  const pack = {
    format: 'ban-de-xuat/pack',
    version: 1,
    id: 'thu',
    title: 'Gói thử',
    edition: 1,
    publishedOn: '2023-01-01',
    validFrom: null,
    validTo: '2023-01-31',
    source: 'Thử nghiệm',
  };

  test('tells what a person should know before importing', async () => {
    const { status, json } = await cli(['pack', 'check', '-'], JSON.stringify(pack));
    expect(status).toBe(0);
    expect(json.findings.map(({ code }: { code: string }) => code)).toEqual([
      'pack-expired',
      'pack-empty',
    ]);
  });

  test('a broken pack is bad input', async () => {
    const { status, json } = await cli(['pack', 'check', '-'], '{"format":"ban-de-xuat/pack"');
    expect(status).toBe(2);
    expect(json.error.code).toBe('pack-json');
  });
});
