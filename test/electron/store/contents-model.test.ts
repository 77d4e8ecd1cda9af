import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store } from '../../../electron/store';
import { newFolder, newProposal, openTestStore, testIds, value } from './open-test-store';

/** A few contents, so that the same one comes in twice, on two proposals, and again after it went. */
const CONTENTS = [1, 2, 3, 4].map((turn) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(turn * 7000, `nội dung ${turn} `)]),
);

/** What must be there: which content under which id; papers by their hash. */
interface Kept {
  readonly attachments: Map<string, Buffer>;
  readonly papers: Map<string, Buffer>;
}
type Model = Map<string, Kept>;

interface World {
  readonly folder: string;
  readonly outside: string;
  store: Store;
  model: Model;
  backups: { readonly name: string; readonly model: Model }[];
  uptime: number;
  /** Goes on counting when the store is opened again. */
  readonly newId: () => string;
}

const copied = (model: Model): Model =>
  new Map(
    [...model].map(([id, { attachments, papers }]) => [
      id,
      { attachments: new Map(attachments), papers: new Map(papers) },
    ]),
  );

const open = (world: World): Store =>
  openTestStore(world.folder, { uptime: () => world.uptime, newId: world.newId });

const check = async ({ store, model, outside }: World): Promise<void> => {
  for (const [id, { attachments, papers }] of model) {
    const listed = value(store.listAttachments(id)).map((one) => one.id);
    expect(listed.sort()).toEqual([...attachments.keys()].sort());
    for (const [attachment, bytes] of attachments) {
      const target = join(outside, 'ra.pdf');
      value(await store.copyAttachment(attachment, target));
      expect(readFileSync(target).equals(bytes)).toBe(true);
    }
    const names = value(store.listKeptFiles(id)).map(({ sha256 }) => sha256);
    expect(names.sort()).toEqual([...papers.keys()].sort());
    for (const [sha256, bytes] of papers) {
      expect(Buffer.from(value(store.readKeptFile(sha256))).equals(bytes)).toBe(true);
    }
  }
};

type Action = (world: World) => Promise<void> | void;

const nth = <T>(items: Iterable<T>, index: number): T | undefined => {
  const all = [...items];
  return all[index % Math.max(1, all.length)];
};

const index = fc.nat({ max: 30 });

const create: Action = ({ store, model }) => {
  const { id } = value(store.createProposal(newProposal()));
  model.set(id, { attachments: new Map(), papers: new Map() });
};

const attach = (which: number, content: number): Action => {
  return async ({ store, model, outside }) => {
    const found = nth(model, which);
    const bytes = nth(CONTENTS, content) ?? Buffer.alloc(0);
    if (found === undefined) return;
    const path = join(outside, 'vao.pdf');
    writeFileSync(path, bytes);
    found[1].attachments.set(value(await store.addAttachment(found[0], path)).id, bytes);
  };
};

const keep = (which: number, content: number): Action => {
  return async ({ store, model }) => {
    const found = nth(model, which);
    const bytes = nth(CONTENTS, content) ?? Buffer.alloc(0);
    if (found === undefined) return;
    found[1].papers.set(value(await store.keepFile(found[0], 'giấy.pdf', bytes)).sha256, bytes);
  };
};

const remove = (which: number, attachment: number): Action => {
  return ({ store, model }) => {
    const attachments = nth(model.values(), which)?.attachments;
    const id = nth(attachments?.keys() ?? [], attachment);
    if (id === undefined) return;
    value(store.removeAttachment(id));
    attachments?.delete(id);
  };
};

const duplicate = (which: number): Action => {
  return ({ store, model }) => {
    const found = nth(model, which);
    if (found === undefined) return;
    const { id } = value(store.duplicateProposal(found[0], 'bản sao'));
    const ids = value(store.listAttachments(id)).map((one) => one.id);
    // In the order they were added, as in the original.
    const contents = value(store.listAttachments(found[0])).map((one) =>
      found[1].attachments.get(one.id),
    );
    const attachments = ids.map((one, at) => [one, contents[at] ?? Buffer.alloc(0)] as const);
    model.set(id, { attachments: new Map(attachments), papers: new Map() });
  };
};

const erase = (which: number): Action => {
  return ({ store, model }) => {
    const id = nth(model.keys(), which);
    if (id === undefined) return;
    value(store.trashProposal(id));
    value(store.eraseProposal(id));
    model.delete(id);
  };
};

const backUp: Action = async (world) => {
  const { name } = value(await world.store.backupNow());
  world.backups.push({ name, model: copied(world.model) });
};

const goBack = (which: number): Action => {
  return async (world) => {
    const known = new Set(world.store.listBackups().map(({ name }) => name));
    const chosen = nth(
      world.backups.filter(({ name }) => known.has(name)),
      which,
    );
    if (chosen === undefined) return;
    value(await world.store.restoreBackup(chosen.name));
    world.model = copied(chosen.model);
  };
};

const wait: Action = async (world) => {
  world.uptime += 17 * 60_000;
  await world.store.tick();
};

const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  const place = at % Math.max(1, bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ 2;
  writeFileSync(path, bytes);
};

/** One thing breaks while the program is closed; afterwards the store is told to look at everything. */
const damage = (kind: number, at: number): Action => {
  return async (world) => {
    world.store.close();
    const copies = join(world.folder, 'sao-luu', 'tai-lieu');
    const copy = existsSync(copies) ? nth(readdirSync(copies), at) : undefined;
    const pieces = join(world.folder, 'tai-lieu.db');
    if (kind === 0 && existsSync(pieces)) rmSync(pieces);
    if (kind === 1 && existsSync(pieces)) flip(pieces, at * 977);
    if (kind === 2) rmSync(copies, { recursive: true, force: true });
    if (kind === 3 && copy !== undefined) flip(join(copies, copy), at * 31);
    world.store = open(world);
    await check(world);
    expect(value(await world.store.scrubContents()).damaged).toEqual([]);
  };
};

const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(create) },
  { weight: 6, arbitrary: fc.tuple(index, index).map(([a, b]) => attach(a, b)) },
  { weight: 3, arbitrary: fc.tuple(index, index).map(([a, b]) => keep(a, b)) },
  { weight: 3, arbitrary: fc.tuple(index, index).map(([a, b]) => remove(a, b)) },
  { weight: 2, arbitrary: index.map(duplicate) },
  { weight: 1, arbitrary: index.map(erase) },
  { weight: 3, arbitrary: fc.constant(backUp) },
  { weight: 2, arbitrary: index.map(goBack) },
  { weight: 2, arbitrary: fc.constant(wait) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 9999 })).map(([a, b]) => damage(a, b)),
  },
);

it('S75, S76 after anything a person does and any one loss each content is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(actions, { minLength: 5, maxLength: 25 }), async (steps) => {
      const start = { folder: newFolder(), outside: newFolder(), uptime: 0, newId: testIds() };
      const world: World = {
        ...start,
        store: openTestStore(start.folder),
        model: new Map(),
        backups: [],
      };
      world.store.close();
      world.store = open(world);
      await create(world);
      for (const step of steps) await step(world);
      await check(world);
      world.store.close();
    }),
    { numRuns: 25, seed: 20_261_125 },
  );
}, 60_000);
