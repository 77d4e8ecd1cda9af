import { deflateSync } from 'node:zlib';
import { rangesOf, signedContent } from './judges';

/**
 * Signs a PDF the way programs of token vendors do, by text alone and with nothing of the program
 * under test: an incremental update with a widget, a picture of the signature and a form.
 */
export interface VendorStyle {
  readonly subFilter: 'adbe.pkcs7.detached' | 'ETSI.CAdES.detached';
  readonly cms: (content: Uint8Array) => Uint8Array;
  /** Newer writers put objects into a compressed stream and the table into another. */
  readonly table?: 'classic' | 'stream';
  readonly hex?: 'lower' | 'upper';
  /** [left, bottom, right, top] of the box, in points. */
  readonly box?: readonly [number, number, number, number];
  /** More entries of the widget, the form, the catalog and the page. */
  readonly widget?: string;
  readonly form?: string;
  readonly catalog?: string;
  readonly page?: string;
  /** Number of the root the trailer names. */
  readonly root?: number;
  /** More objects, or other bodies for the file's own. */
  readonly objects?: Readonly<Record<number, string>>;
}

const HOLE = 32_000;

const latest = (text: string, pattern: RegExp): number =>
  Number([...text.matchAll(pattern)].at(-1)?.[1]);

/** The last version of an object in a file without compressed objects. */
export const bodyOf = (text: string, number: number): string =>
  [...text.matchAll(new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'g'))].at(
    -1,
  )?.[1] ?? '';

const withEntries = (dictionary: string, entries: string): string =>
  dictionary.replace(/>>\s*$/, `${entries} >>`);

interface Numbers {
  readonly size: number;
  readonly root: number;
  readonly info: number;
  readonly page: number;
  readonly previous: number;
}

const numbersOf = (text: string): Numbers => ({
  size: Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map(([, size]) => Number(size))),
  root: latest(text, /\/Root (\d+) 0 R/g),
  info: latest(text, /\/Info (\d+) 0 R/g),
  page: Number(/(\d+) 0 obj\n<<\n\/Type \/Page\n/.exec(text)?.[1]),
  previous: latest(text, /startxref\s+(\d+)/g),
});

const withAnnotation = (page: string, field: number): string =>
  /\/Annots \[/.test(page)
    ? page.replace(/\/Annots \[([^\]]*)\]/, `/Annots [$1 ${field} 0 R]`)
    : withEntries(page, `/Annots [${field} 0 R]`);

const APPEARANCE = 'q 0.8 0 0 RG 1 1 178 48 re S Q BT /F 9 Tf 6 30 Td (Signed by token) Tj ET';

const objectsOf = (text: string, numbers: Numbers, style: VendorStyle): Map<number, string> => {
  const { size, root, info, page } = numbers;
  const [signature, field, picture, form] = [size, size + 1, size + 2, size + 3];
  const catalog = bodyOf(text, root);
  const fields = [...text.matchAll(/\/Fields ?\[([^\]]*)\]/g)].at(-1)?.[1] ?? '';
  return new Map([
    [
      signature,
      `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/${style.subFilter}/M(D:20261125093000+07'00')/ByteRange [0 0000000000 0000000000 0000000000]/Contents <${'0'.repeat(HOLE)}>/Reason(Phe duyet)>>`,
    ],
    [
      field,
      `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature${size})/V ${signature} 0 R/F 132/P ${page} 0 R/Rect[${(style.box ?? [360, 60, 540, 110]).join(' ')}]/AP<</N ${picture} 0 R>>${style.widget ?? ''}>>`,
    ],
    [
      picture,
      `<</Type/XObject/Subtype/Form/BBox[0 0 180 50]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Length ${APPEARANCE.length}>>\nstream\n${APPEARANCE}\nendstream`,
    ],
    [
      form,
      `<</Fields[${fields} ${field} 0 R]/SigFlags 3/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>${style.form ?? ''}>>`,
    ],
    [
      root,
      withEntries(
        catalog.replace(/\/AcroForm \d+ 0 R \/Extensions <<.*?>>>>/, ''),
        `/AcroForm ${form} 0 R /Extensions <</ESIC <</BaseVersion /1.7 /ExtensionLevel 1>>>>${style.catalog ?? ''}`,
      ),
    ],
    [page, withEntries(withAnnotation(bodyOf(text, page), field), style.page ?? '')],
    [info, bodyOf(text, info).replace(/\/ModDate \([^)]*\)/, "/ModDate (D:20261125093000+07'00')")],
    ...Object.entries(style.objects ?? {}).map(([number, body]) => [Number(number), body] as const),
  ]);
};

const classicTable = (
  text: string,
  objects: ReadonlyMap<number, string>,
  numbers: Numbers,
): string => {
  let out = '';
  let table = 'xref\n';
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    table += `${number} 1\n${String(text.length + out.length).padStart(10, '0')} 00000 n\r\n`;
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const trailer = `<</Size ${size}/Root ${numbers.root} 0 R/Info ${numbers.info} 0 R/Prev ${numbers.previous}>>`;
  return `${out}${table}trailer\n${trailer}\nstartxref\n${text.length + out.length}\n%%EOF\n`;
};

const streamOf = (entries: string, data: Buffer): string => {
  const packed = deflateSync(data).toString('latin1');
  return `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`;
};

const bytesOf = (value: number, width: number): number[] =>
  Array.from({ length: width }, (_, at) => (value >> (8 * (width - 1 - at))) & 0xff);

const streamTable = (
  text: string,
  objects: ReadonlyMap<number, string>,
  numbers: Numbers,
): string => {
  const sorted = [...objects].sort(([a], [b]) => a - b);
  const isStream = (body: string): boolean =>
    body.includes('stream\n') || body.includes('/ByteRange');
  const packed = sorted.filter(([, body]) => !isStream(body));
  const holder = Math.max(...objects.keys()) + 1;
  let head = '';
  let bodies = '';
  for (const [number, body] of packed) {
    head += `${number} ${bodies.length} `;
    bodies += `${body} `;
  }
  const holding = streamOf(
    `/Type/ObjStm/N ${packed.length}/First ${head.length}`,
    Buffer.from(head + bodies, 'latin1'),
  );
  const rows = new Map<number, number[]>();
  for (const [at, [number]] of packed.entries()) {
    rows.set(number, [2, ...bytesOf(holder, 4), ...bytesOf(at, 2)]);
  }
  let out = '';
  for (const [number, body] of [
    ...sorted.filter(([, one]) => isStream(one)),
    [holder, holding] as const,
  ]) {
    rows.set(number, [1, ...bytesOf(text.length + out.length, 4), 0, 0]);
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const at = text.length + out.length;
  rows.set(holder + 1, [1, ...bytesOf(at, 4), 0, 0]);
  const order = [...rows].sort(([a], [b]) => a - b);
  const index = order.map(([number]) => `${number} 1`).join(' ');
  const table = streamOf(
    `/Type/XRef/W[1 4 2]/Index[${index}]/Size ${holder + 2}/Root ${numbers.root} 0 R/Info ${numbers.info} 0 R/Prev ${numbers.previous}`,
    Buffer.from(order.flatMap(([, row]) => row)),
  );
  return `${out}${holder + 1} 0 obj\n${table}\nendobj\nstartxref\n${at}\n%%EOF\n`;
};

/** The file with a signature of the style appended; what was given stays a prefix of it. */
export const signAsVendor = (pdf: Uint8Array, style: VendorStyle): Uint8Array => {
  const text = `${Buffer.from(pdf).toString('latin1')}\n`;
  const numbers = numbersOf(text);
  const objects = objectsOf(text, numbers, style);
  const written = { ...numbers, root: style.root ?? numbers.root };
  const write = style.table === 'stream' ? streamTable : classicTable;
  const file = Buffer.from(text + write(text, objects, written), 'latin1');
  const rangeAt = file.indexOf('/ByteRange [0 0000000000', pdf.byteLength) + '/ByteRange '.length;
  const start = file.indexOf('/Contents <', rangeAt) + '/Contents '.length;
  const end = start + HOLE + 2;
  const range = `[0 ${start} ${end} ${file.byteLength - end}]`.padEnd(36);
  file.write(range, rangeAt, 'latin1');
  if (rangesOf(file).start !== start) throw new Error('the range was not written where it is read');
  const hex = Buffer.from(style.cms(signedContent(file))).toString('hex');
  file.write(style.hex === 'lower' ? hex : hex.toUpperCase(), start + 1, 'latin1');
  return file;
};
