import { rangesOf } from './judges';

/** Ways to change a signed PDF, each with what a reader would be told. */

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

type Tampering = (signed: Uint8Array) => Uint8Array;

const swap =
  (pattern: RegExp, by: string | ((match: string) => string)): Tampering =>
  (signed) => {
    const text = latin1(signed);
    const match = pattern.exec(text);
    if (match === null) throw new Error(`nothing to tamper with: ${pattern}`);
    const fresh = typeof by === 'string' ? by : by(match[0]);
    if (fresh.length !== match[0].length) throw new Error(`moves the rest: ${pattern}`);
    const at = match.index;
    return bytes(text.slice(0, at) + fresh + text.slice(at + match[0].length));
  };

const flipDigit = (match: string): string =>
  match.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));

const setByte =
  (place: (signed: Uint8Array) => number, value: (old: number) => number): Tampering =>
  (signed) => {
    const out = Uint8Array.from(signed);
    const at = place(signed);
    out[at] = value(out[at] ?? 0);
    return out;
  };

/** Writes another CMS into the hole, padded as before. */
export const putCms = (signed: Uint8Array, cms: Uint8Array, size?: number): Uint8Array => {
  const { start, end } = rangesOf(signed);
  const hex = Buffer.from(cms).toString('hex').toUpperCase();
  const out = Buffer.from(signed);
  out.write(hex.padEnd(size ?? end - start - 2, '0'), start + 1, 'latin1');
  return out;
};

const append =
  (tail: string | ((signed: string) => string)): Tampering =>
  (signed) =>
    Buffer.concat([signed, bytes(typeof tail === 'string' ? tail : tail(latin1(signed)))]);

const numberBefore = (text: string, pattern: RegExp): number =>
  Number(pattern.exec(text)?.[1] ?? Number.NaN);

/** An incremental update as any editor writes it. */
export const update = (text: string, objects: Readonly<Record<number, string>>): string => {
  const previous = numberBefore(text, /startxref\s+(\d+)\s+%%EOF\s*$/);
  const size = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map(([, n]) => Number(n)));
  const root = numberBefore(text, /\/Root (\d+) 0 R/);
  let out = '\n';
  let table = 'xref\n';
  for (const [number, body] of Object.entries(objects)) {
    table += `${number} 1\n${String(text.length + out.length).padStart(10, '0')} 00000 n \n`;
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const at = text.length + out.length;
  const sizes = [size, ...Object.keys(objects).map((number) => Number(number) + 1)];
  return `${out}${table}trailer\n<< /Size ${Math.max(...sizes)} /Root ${root} 0 R /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`;
};

const bodyOf = (text: string, number: number): string => {
  const all = [
    ...text.matchAll(new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'g')),
  ];
  return all.at(-1)?.[1] ?? '';
};

const rootOf = (text: string): number => numberBefore(text, /\/Root (\d+) 0 R/);
const pageOf = (text: string): number => numberBefore(text, /\/P (\d+) 0 R/);
const signatureOf = (text: string): number => numberBefore(text, /\/DocMDP (\d+) 0 R/);
const fieldOf = (text: string): number => numberBefore(text, /\/Fields \[(\d+) 0 R/);
const freeNumber = (text: string): number =>
  Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map(([, n]) => Number(n)));

const redraw = (text: string): string => {
  const free = freeNumber(text);
  const content = 'BT /F1 24 Tf 50 700 Td (9.000.000.000) Tj ET';
  return update(text, {
    [free]: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    [pageOf(text)]: bodyOf(text, pageOf(text)).replace(
      /\/Contents [^/]*/,
      `/Contents ${free} 0 R\n`,
    ),
  });
};

const range = (by: string): Tampering =>
  swap(/\/ByteRange \[[^\]]*\] */, (match) => `/ByteRange ${by}`.padEnd(match.length));

const inHole = (offset: number) => (signed: Uint8Array) => rangesOf(signed).start + offset;

export const pdfTampering: Readonly<Record<string, Tampering>> = {
  // Inside what is signed, every byte in its place.
  'a letter of the page is changed': setByte(
    (signed) => latin1(signed).indexOf('stream\n') + 20,
    (b) => b ^ 1,
  ),
  'the time is changed': swap(/\/M \(D:\d+/, flipDigit),
  'the name is changed': swap(/\/Name <FEFF[0-9A-F]+/, flipDigit),
  'the reason is changed': swap(/\/Reason <FEFF[0-9A-F]+/, flipDigit),
  'changes are permitted': swap(/\/TransformParams \/P 1/, '/TransformParams /P 3'),
  'the page has another size': swap(/\/MediaBox \[ ?0 0 595/, flipDigit),
  'the version is another': swap(/%PDF-1\.\d/, flipDigit),
  'the box is moved': swap(/\/Rect \[\d+/, flipDigit),
  'the field has another name': swap(/\/T <FEFF[0-9A-F]+/, flipDigit),
  'the pages are exchanged': swap(/\/Kids \[ ?(\d+) 0 R (\d+) 0 R/, (match) =>
    match.replace(/(\d+) 0 R (\d+) 0 R/, '$2 0 R $1 0 R'),
  ),
  'the cross-reference points elsewhere': swap(
    /\d{10} 00000 n \ntrailer\n<<\n\/Size/,
    (match) => flipDigit(match.slice(0, 10)) + match.slice(10),
  ),
  'the newest section is skipped': (signed) => {
    const text = latin1(signed);
    const previous = numberBefore(text, /\/Prev (\d+)\n>>\nstartxref/);
    return swap(/startxref\n\d+\n%%EOF\n$/, (match) =>
      `startxref\n${previous}\n%%EOF\n`.padEnd(match.length),
    )(signed);
  },
  'the form is emptied': swap(/\/Fields \[\d+ 0 R\]/, (match) => '/Fields []'.padEnd(match.length)),
  'the format is called another': swap(
    /\/SubFilter \/ETSI\.CAdES/,
    '/SubFilter /adbe.pkcs7'.padEnd(22, ' '),
  ),
  'the format is an unknown one': swap(/ETSI\.CAdES\.detached/, 'ETSI.CAdES.detacheD'),
  'the byte range has another name': swap(/\/ByteRange/, '/ByteRangX'),
  'the contents have another name': swap(/\/Contents </, '/ContentX <'),
  'the contents stand in brackets of text': (signed) => {
    const out = Buffer.from(signed);
    const { start, end } = rangesOf(signed);
    out.write('(', start, 'latin1');
    out.write(')', end - 1, 'latin1');
    return out;
  },
  // The byte range itself.
  'the range is empty': range('[0 0 0 0]'),
  'the range is negative': (signed) => range(`[0 -1 ${rangesOf(signed).end} 5]`)(signed),
  'the range reaches beyond the file': (signed) => {
    const {
      range: [, b, c, d],
    } = rangesOf(signed);
    return range(`[0 ${b} ${c} ${d + 1000}]`)(signed);
  },
  'the range leaves out the end': (signed) => {
    const {
      range: [, b, c, d],
    } = rangesOf(signed);
    return range(`[0 ${b} ${c} ${d - 50}]`)(signed);
  },
  'the range leaves out the start': (signed) => {
    const {
      range: [, b, c, d],
    } = rangesOf(signed);
    return range(`[9 ${b - 9} ${c} ${d}]`)(signed);
  },
  'the range leaves out more than the hole': (signed) => {
    const {
      range: [, b, c, d],
    } = rangesOf(signed);
    return range(`[0 ${b - 40} ${c} ${d}]`)(signed);
  },
  'the range takes part of the hole': (signed) => {
    const {
      range: [, b, c, d],
    } = rangesOf(signed);
    return range(`[0 ${b} ${c - 10} ${d + 10}]`)(signed);
  },
  'the chunks overlap': (signed) => {
    const {
      range: [, b],
    } = rangesOf(signed);
    return range(`[0 ${b} 0 ${b}]`)(signed);
  },
  'the chunks are exchanged': (signed) => {
    const {
      range: [, b, c, d],
    } = rangesOf(signed);
    return range(`[${c} ${d} 0 ${b}]`)(signed);
  },
  'the range has three numbers': (signed) => {
    const {
      range: [, b, c],
    } = rangesOf(signed);
    return range(`[0 ${b} ${c}]`)(signed);
  },
  'the range is no list': range('null'),
  'the range has fractions': (signed) => {
    const {
      range: [, b, c, d],
    } = rangesOf(signed);
    return range(`[0 ${b} ${c} ${d}.0]`.slice(0, 44))(signed);
  },
  // The hole.
  'the hole is all zeros': (signed) => putCms(signed, new Uint8Array()),
  'the last padding is not zero': setByte(
    (signed) => rangesOf(signed).end - 2,
    () => 0x31,
  ),
  'there is data behind the signature': setByte(inHole(20_000), () => 0x46),
  'a letter of the hole is small': (signed) => {
    const at = latin1(signed).slice(rangesOf(signed).start).search(/[A-F]/);
    return setByte(inHole(at), (b) => b | 0x20)(signed);
  },
  'there is a space in the hole': setByte(inHole(30_000), () => 0x20),
  'there is no digit in the hole': setByte(inHole(30_000), () => 0x47),
  'the hole is cut off': (signed) =>
    setByte(
      (s) => rangesOf(s).start + 40_001,
      () => 0x3e,
    )(signed),
  // More at the end.
  'a comment is added': append('\n% xin chào\n'),
  'a line end is added': append('\n'),
  'a zero byte is added': append('\0'),
  'the end mark is said twice': append((text) => text.slice(text.lastIndexOf('startxref'))),
  'the page is drawn anew': append(redraw),
  'only the title is changed': append((text) => {
    const free = freeNumber(text);
    return update(text, { [free]: '<< /Title (x) >>' }).replace('/Prev', `/Info ${free} 0 R /Prev`);
  }),
  'a note is put over the page': append((text) => {
    const free = freeNumber(text);
    const note =
      '<< /Type /Annot /Subtype /FreeText /Rect [50 690 400 720] /Contents (9.000.000.000) /DA (/Helv 14 Tf) >>';
    const page = bodyOf(text, pageOf(text)).replace(/\/Annots \[/, `/Annots [${free} 0 R `);
    return update(text, { [free]: note, [pageOf(text)]: page });
  }),
  'objects are added without a cross-reference': append((text) => {
    const page = bodyOf(text, pageOf(text)).replace(/\/Contents [^/]*/, '/Contents null\n');
    return `\n${pageOf(text)} 0 obj\n${page}\nendobj\n%%EOF\n`;
  }),
  'the signature is repeated in an update': append((text) =>
    update(text, { [signatureOf(text)]: bodyOf(text, signatureOf(text)) }),
  ),
  'the signature is repeated and the page drawn anew': append((text) => {
    const first = redraw(text);
    const both = text + first;
    return first + update(both, { [signatureOf(text)]: bodyOf(text, signatureOf(text)) });
  }),
  'the form is taken away': append((text) =>
    update(text, { [rootOf(text)]: bodyOf(text, rootOf(text)).replace(/\/AcroForm [^\n]*/, '') }),
  ),
  'the value is taken away': append((text) =>
    update(text, {
      [fieldOf(text)]: bodyOf(text, fieldOf(text)).replace(/\/V \d+ 0 R/, '/V null'),
    }),
  ),
  'the certification is taken away': append((text) =>
    update(text, { [rootOf(text)]: bodyOf(text, rootOf(text)).replace(/\/Perms [^\n]*/, '') }),
  ),
  'a script is added': append((text) =>
    update(text, {
      [rootOf(text)]: bodyOf(text, rootOf(text)).replace(
        '<<',
        '<< /OpenAction << /S /JavaScript /JS (1) >>',
      ),
    }),
  ),
  'the file stands twice': (signed) => Buffer.concat([signed, signed]),
  // Something taken away or put before.
  'the last byte is gone': (signed) => signed.slice(0, -1),
  'the second half is gone': (signed) => signed.slice(0, signed.length / 2),
  'all after the hole is gone': (signed) => signed.slice(0, rangesOf(signed).end),
  'a line end stands before': (signed) => Buffer.concat([bytes('\n'), signed]),
  'another header stands before': (signed) => Buffer.concat([bytes('%PDF-1.4\n'), signed]),
  'something is pushed in after the hole': (signed) => {
    const { end } = rangesOf(signed);
    return Buffer.concat([signed.slice(0, end), bytes('\n/X 1\n'), signed.slice(end)]);
  },
  'something is pushed in before the hole': (signed) => {
    const { start } = rangesOf(signed);
    return Buffer.concat([signed.slice(0, start), bytes(' '), signed.slice(start)]);
  },
  'a second hole stands before the first': (signed) => {
    const { start } = rangesOf(signed);
    const key = '/Contents ';
    return Buffer.concat([
      signed.slice(0, start - key.length),
      bytes('/Contents <00> '),
      signed.slice(start - key.length),
    ]);
  },
  'two bytes are exchanged': (signed) => {
    const out = Uint8Array.from(signed);
    const at = latin1(signed).indexOf('stream\n') + 30;
    const first = out[at] ?? 0;
    out[at] = out[at + 1] ?? 0;
    out[at + 1] = first;
    if (out[at] === out[at + 1]) throw new Error('nothing exchanged');
    return out;
  },
};
