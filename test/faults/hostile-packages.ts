import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../electron/store';
import { crc32 } from '../../electron/store/package/crc32';
import type { Manifest } from '../../electron/store/package/package-format';
import { openRandomAccess } from '../../electron/store/package/random-access';
import { readDirectory, readPart } from '../../electron/store/package/zip-reader';
import { writeZip, type ZipPart } from '../../electron/store/package/zip-writer';
import { quickFolder } from '../helpers/quick-folder';
import { checkOptions, layOut } from './check-store';
import { type HandMade, handMadePackages } from './hand-made-packages';
import { filesIn } from './killed-store';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { contentOf, digestOf, plainStyle } from './workload';

const PASSPHRASE = 'mật khẩu';
const REFUSALS: ReadonlySet<string> = new Set([
  'package-damaged',
  'package-newer',
  'package-sealed',
  'package-passphrase',
  'too-large',
  // A value that no door of this program lets in.
  'invalid-value',
]);

type Random = () => number;
const below = (random: Random, most: number): number => Math.floor(random() * most);
const oneOf = <T>(random: Random, list: readonly T[]): T => {
  const one = list[below(random, list.length)];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

const need = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** A good package with everything that one may hold, plain and sealed. */
const makeGood = async (place: string): Promise<{ plain: Buffer; sealed: Buffer }> => {
  const store = need(openStore(checkOptions(join(place, 'sender'))));
  const pdf = join(place, 'a.pdf');
  writeFileSync(pdf, `%PDF-1.7\n${'x'.repeat(3000)}`);
  const ids: string[] = [];
  for (const title of ['Một', 'Hai']) {
    const { id } = need(
      store.createProposal({
        callId: 'c',
        templateId: 't',
        title,
        organisationId: null,
        style: plainStyle,
        values: { muc1: `chữ của ${title}` },
      }),
    );
    need(store.saveSection(id, 'muc2', 'sửa lại'));
    need(store.markMilestone(id, 'mốc'));
    need(await store.addAttachment(id, pdf));
    ids.push(id);
  }
  const plain = join(place, 'plain.bdx');
  const sealed = join(place, 'sealed.bdx');
  need(await store.writePackage(ids, plain));
  need(await store.writePackage(ids, sealed, { passphrase: PASSPHRASE }));
  store.close();
  return { plain: readFileSync(plain), sealed: readFileSync(sealed) };
};

/** Parts of a package in the order in which they lie in it. */
const partsOf = (path: string): Map<string, Buffer> => {
  const file = openRandomAccess(path);
  try {
    const entries = [...readDirectory(file).values()];
    return new Map(entries.map((entry) => [entry.name, readPart(file, entry, 1 << 26)]));
  } finally {
    file.close();
  }
};

/** A package whose sizes and hashes are right whatever its parts say. */
const assemble = (parts: ReadonlyMap<string, Buffer>, manifest: unknown): Buffer => {
  const files = (manifest as Partial<Manifest> | null)?.files;
  const listed = Array.isArray(files)
    ? {
        ...(manifest as Manifest),
        files: files.map((file: Manifest['files'][number] | null) => {
          // Anything may stand there after a mutation.
          const bytes = parts.get(file?.path ?? '');
          if (bytes === undefined) return file;
          const sha256 = createHash('sha256').update(bytes).digest('hex');
          return { ...file, bytes: bytes.length, sha256 };
        }),
      }
    : manifest;
  const zip = [...parts].map(
    ([name, bytes]): ZipPart =>
      name.endsWith('.bin')
        ? { name, bytes: bytes.length, crc: crc32(bytes), pieces: () => [bytes] }
        : {
            name,
            text: name === 'manifest.json' ? JSON.stringify(listed) : bytes.toString('utf8'),
          },
  );
  return Buffer.concat([...writeZip(zip)]);
};

const STRANGE: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  2 ** 53,
  '',
  'x'.repeat(200_000),
  'đề xuất'.normalize('NFD'),
  '\u0000\u0007\u202e\ufeff',
  '\ud800',
  '../../etc/passwd',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE proposals; --",
  [],
  {},
  [[[[[[]]]]]],
  { type: 'doc', content: [{ type: 'script', text: 'x' }] },
  { type: 'doc', content: [{ type: 'paragraph', attrs: { textAlign: 'x' } }] },
  '9999-99-99T99:99:99.999Z',
];

/** One leaf, branch or key of a JSON value becomes something else. */
const mutated = (value: unknown, random: Random): unknown => {
  if (typeof value !== 'object' || value === null || random() < 0.2) {
    return oneOf(random, STRANGE);
  }
  if (Array.isArray(value)) {
    if (value.length === 0 || random() < 0.15) return [...value, ...value, oneOf(random, STRANGE)];
    const at = below(random, value.length);
    return value.map((one: unknown, index) => (index === at ? mutated(one, random) : one));
  }
  const keys = Object.keys(value);
  if (keys.length === 0 || random() < 0.1) return { ...value, strange: oneOf(random, STRANGE) };
  const key = oneOf(random, keys);
  const rest = { ...(value as Record<string, unknown>) };
  if (random() < 0.15) {
    delete rest[key];
    return rest;
  }
  return { ...rest, [key]: mutated(rest[key], random) };
};

interface Spoilt {
  readonly bytes: Uint8Array;
  readonly passphrase?: string;
  /** Its content is another one, but told truly: it may come in, if nothing else suffers. */
  readonly mayComeIn?: boolean;
}

interface Making {
  readonly good: { readonly plain: Buffer; readonly sealed: Buffer };
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly random: Random;
}

const flipped = (bytes: Buffer, random: Random, times: number): Buffer => {
  const copy = Buffer.from(bytes);
  for (let turn = 0; turn < times; turn += 1) {
    const at = below(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
  }
  return copy;
};

/** Ways to spoil a good package; a sealed one costs a second of key making and comes seldom. */
const WAYS: Readonly<Record<string, (making: Making) => Spoilt>> = {
  'cut off': ({ good, random }) => ({
    bytes: good.plain.subarray(0, below(random, good.plain.length)),
  }),
  'a bit flipped': ({ good, random }) => ({ bytes: flipped(good.plain, random, 1) }),
  'many bits flipped': ({ good, random }) => ({ bytes: flipped(good.plain, random, 60) }),
  'noise in the middle': ({ good, random }) => {
    const bytes = Buffer.from(good.plain);
    const at = below(random, bytes.length - 1);
    for (let turn = at; turn < Math.min(bytes.length, at + 64); turn += 1) {
      bytes[turn] = below(random, 256);
    }
    return { bytes: bytes.equals(good.plain) ? bytes.subarray(1) : bytes };
  },
  'a stretch twice': ({ good: { plain }, random }) => {
    const from = below(random, plain.length - 1);
    const to = from + 1 + below(random, plain.length - from - 1);
    return { bytes: Buffer.concat([plain.subarray(0, to), plain.subarray(from)]) };
  },
  'a stretch gone': ({ good: { plain }, random }) => {
    const from = below(random, plain.length - 1);
    const to = from + 1 + below(random, plain.length - from - 1);
    return { bytes: Buffer.concat([plain.subarray(0, from), plain.subarray(to)]) };
  },
  'other words under true hashes': ({ parts, random }) => {
    const names = [...parts.keys()].filter(
      (name) => name.endsWith('.json') && name !== 'manifest.json',
    );
    const name = oneOf(random, names);
    const value = JSON.parse(String(parts.get(name))) as unknown;
    const changed = new Map(parts).set(
      name,
      Buffer.from(JSON.stringify(mutated(value, random) ?? null)),
    );
    const manifest = JSON.parse(String(parts.get('manifest.json'))) as unknown;
    return { bytes: assemble(changed, manifest), mayComeIn: true };
  },
  'another manifest': ({ parts, random }) => {
    const manifest = JSON.parse(String(parts.get('manifest.json'))) as unknown;
    return { bytes: assemble(parts, mutated(manifest, random)), mayComeIn: true };
  },
};

const SEALED_WAYS: Readonly<Record<string, (making: Making) => Spoilt>> = {
  'sealed and flipped': ({ good, random }) => ({
    bytes: flipped(good.sealed, random, 1),
    passphrase: PASSPHRASE,
  }),
  'sealed and cut': ({ good, random }) => ({
    bytes: good.sealed.subarray(0, below(random, good.sealed.length)),
    passphrase: PASSPHRASE,
  }),
  'sealed, another passphrase': ({ good }) => ({ bytes: good.sealed, passphrase: 'mat khau' }),
  'sealed, none given': ({ good }) => ({ bytes: good.sealed }),
};

/**
 * Files that have no business there: half-written ones, and any outside of the data. A backup made
 * before the import, and the file of attachments that every store has, may stay.
 */
const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.startsWith('data') || /dang-ghi|phuc-hoi|dung-lai/u.test(name),
  );

interface Receiver {
  readonly store: Store;
  readonly place: string;
  readonly digest: string;
}

/** null when all is well. */
const problemAfter = async (
  { store, place, digest }: Receiver,
  { bytes, passphrase, mayComeIn = false }: Spoilt,
  tally: Tally,
): Promise<string | null> => {
  const path = join(place, 'thu.bdx');
  writeFileSync(path, bytes);
  const before = namesIn(place);
  let answer: Awaited<ReturnType<Store['importPackage']>>;
  try {
    answer = await store.importPackage(path, passphrase === undefined ? {} : { passphrase });
  } catch (error) {
    return `threw: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!answer.ok) {
    tally.add('refused');
    if (!REFUSALS.has(answer.error.code)) return `refused as ${answer.error.code}`;
    if (!isAsBefore({ store, place, digest })) return 'refused, and yet changed';
    const left = namesIn(place).filter((name) => !before.includes(name));
    return left.length === 0 ? null : `left behind: ${left.join(', ')}`;
  }
  if (!mayComeIn) return 'came in';
  tally.add('came in, told truly');
  const { damaged } = store.scrub(100_000);
  if (damaged.length > 0) return `came in damaged: ${damaged.map(({ name }) => name).join()}`;
  const own = store.openProposal('p-own');
  return own.ok && own.value.title === 'Của máy này' ? null : 'changed what was here';
};

/**
 * T-20: files that are damaged, hostile, newer or too large are offered for import. Each is refused
 * in words and changes nothing; one whose other content is told truly may come in as such.
 */
export const offerHostilePackages = async (trials: number, seed: number): Promise<Outcome> => {
  const tally = new Tally(
    'T-20',
    'Nhập tệp .bdx hỏng, độc hại, của bản mới hơn hay quá lớn: bị từ chối, không đổi gì',
  );
  const random = seededRandom(seed);
  const place = quickFolder('bdx-hostile-');
  try {
    const good = await makeGood(place);
    const parts = partsOf(join(place, 'plain.bdx'));
    const own = ownStore(join(place, 'own'));
    const handMade: readonly HandMade[] = handMadePackages(good.plain);
    const ways = Object.entries(WAYS);
    const sealedWays = Object.entries(SEALED_WAYS);
    let receiver: Receiver | null = null;
    for (let trial = 0; trial < trials; trial += 1) {
      const made = handMade[trial];
      const [name, way] =
        trial % 40 === 39
          ? oneOf(random, sealedWays)
          : (ways[trial % ways.length] ?? oneOf(random, ways));
      const spoilt = made === undefined ? way({ good, parts, random }) : { bytes: made.make() };
      receiver ??= openReceiver(join(place, 'receiver'), own);
      const problem = await problemAfter(receiver, spoilt, tally);
      tally.trial(problem === null ? null : `${made?.name ?? name} (trial ${trial}): ${problem}`);
      if (isAsBefore(receiver)) continue;
      receiver.store.close();
      receiver = null;
    }
    receiver?.store.close();
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return tally.outcome;
};

/** The store of somebody who has work of their own. */
const ownStore = (folder: string): ReadonlyMap<string, Buffer> => {
  const store = need(openStore({ ...checkOptions(folder), newId: () => 'p-own' }));
  need(
    store.createProposal({
      callId: 'c',
      templateId: 't',
      title: 'Của máy này',
      organisationId: null,
      style: plainStyle,
      values: { muc1: 'việc đang làm' },
    }),
  );
  store.close();
  return filesIn(folder);
};

const isAsBefore = ({ store, digest }: Receiver): boolean => {
  try {
    return digestOf(contentOf(store)) === digest;
  } catch {
    return false;
  }
};

const openReceiver = (place: string, own: ReadonlyMap<string, Buffer>): Receiver => {
  mkdirSync(place, { recursive: true });
  layOut(join(place, 'data'), own);
  const store = need(openStore(checkOptions(join(place, 'data'))));
  return { store, place, digest: digestOf(contentOf(store)) };
};
