import { createHash } from 'node:crypto';
import { bytesOf, hexOf, joinBytes } from '../byte-strings';
import type { PdfFile } from './open-pdf';
import { rawOf } from './write-pdf-object';

/** An object to be added or to take the place of an older version. */
export interface NewObject {
  readonly number: number;
  readonly generation: number;
  /** Everything between 'obj' and 'endobj'. */
  readonly body: Uint8Array;
}

/** The first object number nobody uses. */
export const firstFreeNumber = (pdf: PdfFile): number => {
  let size = 1;
  for (const { entries } of pdf.sections) {
    for (const number of entries.keys()) size = Math.max(size, number + 1);
  }
  return size;
};

interface Placed {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

/** Runs of neighbouring numbers, as both kinds of cross-reference list them. */
const runsOf = (placed: readonly Placed[]): readonly (readonly Placed[])[] => {
  const runs: Placed[][] = [];
  for (const one of placed) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && last.number + 1 === one.number) run.push(one);
    else runs.push([one]);
  }
  return runs;
};

const byNumber = (a: { readonly number: number }, b: { readonly number: number }): number =>
  a.number - b.number;

/** Root, Info and the two halves of ID: the first stays for ever, the second tells this version. */
const trailerEntries = (pdf: PdfFile, objects: readonly NewObject[], size: number): string => {
  const { trailer, bytes, sections } = pdf;
  const copied = ['Root', 'Info'].flatMap((key) => {
    const value = trailer.entries.get(key);
    return value === undefined ? [] : [`/${key} ${rawOf(bytes, value)}`];
  });
  const hash = createHash('sha256').update(bytes);
  for (const { body } of objects) hash.update(body);
  const version = hexOf(hash.digest().subarray(0, 16)).toUpperCase();
  const id = pdf.resolve(trailer.entries.get('ID'));
  const first = id?.kind === 'array' ? pdf.resolve(id.items[0]) : undefined;
  const lasting = first?.kind === 'string' ? hexOf(first.bytes).toUpperCase() : version;
  return [
    `/Size ${size}`,
    ...copied,
    `/ID [<${lasting}> <${version}>]`,
    `/Prev ${sections[0]?.start ?? 0}`,
  ].join('\n');
};

const tableText = (placed: readonly Placed[], trailer: string): string => {
  const lines = runsOf(placed).flatMap((run) => [
    `${run[0]?.number ?? 0} ${run.length}\n`,
    ...run.map(
      ({ offset, generation }) =>
        `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`,
    ),
  ]);
  return `xref\n${lines.join('')}trailer\n<<\n${trailer}\n>>\n`;
};

/** Type, five bytes of offset, two of generation. */
const streamData = (placed: readonly Placed[]): Uint8Array => {
  const data = Buffer.alloc(placed.length * 8);
  placed.forEach(({ offset, generation }, at) => {
    data.writeUInt8(1, at * 8);
    data.writeUIntBE(offset, at * 8 + 1, 5);
    data.writeUInt16BE(generation, at * 8 + 6);
  });
  return data;
};

const streamSection = (placed: readonly Placed[], number: number, trailer: string): Uint8Array => {
  const data = streamData(placed);
  const index = runsOf(placed).map((run) => `${run[0]?.number ?? 0} ${run.length}`);
  const head = `${number} 0 obj\n<<\n/Type /XRef\n/W [1 5 2]\n/Index [${index.join(' ')}]\n/Length ${data.byteLength}\n${trailer}\n>>\nstream\n`;
  return joinBytes(bytesOf(head, 'latin1'), data, bytesOf('\nendstream\nendobj\n', 'latin1'));
};

/**
 * The file with the objects added as an incremental update: the bytes that were there stay a
 * prefix, and the new cross-reference is of the kind the file already uses.
 */
export const appendUpdate = (pdf: PdfFile, objects: readonly NewObject[]): Uint8Array => {
  const lineEnd = pdf.bytes.at(-1) === 10 || pdf.bytes.at(-1) === 13 ? '' : '\n';
  const parts: Uint8Array[] = [pdf.bytes, bytesOf(lineEnd, 'latin1')];
  let at = pdf.bytes.byteLength + lineEnd.length;
  const placed: Placed[] = [];
  for (const { number, generation, body } of [...objects].sort(byNumber)) {
    const head = bytesOf(`${number} ${generation} obj\n`, 'latin1');
    const tail = bytesOf('\nendobj\n', 'latin1');
    placed.push({ number, generation, offset: at });
    parts.push(head, body, tail);
    at += head.byteLength + body.byteLength + tail.byteLength;
  }
  const next = Math.max(firstFreeNumber(pdf), ...objects.map(({ number }) => number + 1));
  if (pdf.sections[0]?.isStream === true) {
    placed.push({ number: next, generation: 0, offset: at });
    parts.push(streamSection(placed, next, trailerEntries(pdf, objects, next + 1)));
  } else {
    parts.push(bytesOf(tableText(placed, trailerEntries(pdf, objects, next)), 'latin1'));
  }
  parts.push(bytesOf(`startxref\n${at}\n%%EOF\n`, 'latin1'));
  return joinBytes(...parts);
};
