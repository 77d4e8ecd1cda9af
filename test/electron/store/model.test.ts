import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store } from '../../../electron/store';
import { newFolder, openTestStore, style, value } from './open-test-store';

/** What must be there, in memory. */
interface Kept {
  title: string;
  trashed: boolean;
  values: Record<string, unknown>;
  milestones: { name: string; values: Record<string, unknown>; title: string }[];
}
type Model = Map<string, Kept>;

interface World {
  readonly folder: string;
  store: Store;
  readonly model: Model;
  backups: { name: string; model: Model }[];
}

const copied = (model: Model): Model =>
  new Map([...model].map(([id, kept]) => [id, structuredClone(kept)]));

const check = ({ store, model }: World): void => {
  for (const trashed of [false, true]) {
    const ids = value(store.listProposals({ trashed })).map(({ id }) => id);
    const expected = [...model].filter(([, kept]) => kept.trashed === trashed).map(([id]) => id);
    expect(ids.sort()).toEqual(expected.sort());
  }
  for (const [id, kept] of model) {
    const record = value(store.openProposal(id));
    expect({ title: record.title, values: record.values }).toEqual({
      title: kept.title,
      values: kept.values,
    });
    const listed = value(store.listProposals({ trashed: kept.trashed })).find(
      (each) => each.id === id,
    );
    const answered = Object.entries(kept.values).filter(([, each]) =>
      typeof each === 'string' ? /\S/.test(each) : each !== null,
    );
    expect(listed?.answered).toEqual(answered.map(([section]) => section).sort());
    const names = value(store.listRevisions(id)).filter(({ kind }) => kind === 'milestone');
    expect(names.map(({ name }) => name).reverse()).toEqual(
      kept.milestones.map(({ name }) => name),
    );
  }
};

const text = fc.string({ unit: fc.constantFrom(...'aâđợ ỹ\n"\u0000\ud83d\ude00'), maxLength: 20 });
const answer = fc.oneof(
  text,
  fc.constant(null),
  fc.record({ total: fc.integer(), state: fc.constant(null) }),
  text.map((words) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `x${words}` }] }],
  })),
);
const pick = fc.nat({ max: 30 });
const section = fc.constantFrom('muc1', 'muc2', 'muc3');

type Action = (world: World) => Promise<void> | void;

const one = (model: Model, index: number): [string, Kept] | undefined =>
  [...model][index % Math.max(1, model.size)];

const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: text.map(
      (title): Action =>
        ({ store, model }) => {
          const { id } = value(
            store.createProposal({
              callId: 'c',
              templateId: 't',
              title,
              organisationId: null,
              style,
              values: {},
            }),
          );
          model.set(id, { title, trashed: false, values: {}, milestones: [] });
        },
    ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(pick, section, answer).map(
      ([at, name, words]): Action =>
        ({ store, model }) => {
          const found = one(model, at);
          if (found === undefined) return;
          value(store.saveSection(found[0], name, words));
          found[1].values[name] = words;
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(pick, text).map(
      ([at, title]): Action =>
        ({ store, model }) => {
          const found = one(model, at);
          if (found === undefined) return;
          value(store.renameProposal(found[0], title));
          found[1].title = title;
        },
    ),
  },
  {
    weight: 2,
    arbitrary: pick.map(
      (at): Action =>
        ({ store, model }) => {
          const found = one(model, at);
          if (found === undefined) return;
          value(found[1].trashed ? store.restoreProposal(found[0]) : store.trashProposal(found[0]));
          found[1].trashed = !found[1].trashed;
        },
    ),
  },
  {
    weight: 1,
    arbitrary: pick.map(
      (at): Action =>
        ({ store, model }) => {
          const found = one(model, at);
          if (found === undefined || !found[1].trashed) return;
          value(store.eraseProposal(found[0]));
          model.delete(found[0]);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pick, fc.nat()).map(
      ([at, number]): Action =>
        ({ store, model }) => {
          const found = one(model, at);
          if (found === undefined) return;
          const name = `mốc ${number}`;
          value(store.markMilestone(found[0], name));
          found[1].milestones.push({
            name,
            values: structuredClone(found[1].values),
            title: found[1].title,
          });
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pick, pick).map(
      ([at, which]): Action =>
        ({ store, model }) => {
          const found = one(model, at);
          const milestone = found?.[1].milestones[which % Math.max(1, found[1].milestones.length)];
          if (found === undefined || milestone === undefined) return;
          const revisions = value(store.listRevisions(found[0]));
          const number =
            revisions.filter(({ kind }) => kind === 'milestone').reverse()[
              found[1].milestones.indexOf(milestone)
            ]?.number ?? 0;
          value(store.restoreRevision(found[0], number));
          found[1].values = structuredClone(milestone.values);
          found[1].title = milestone.title;
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Action>(async (world) => {
      const { name } = value(await world.store.backupNow());
      world.backups.push({ name, model: copied(world.model) });
    }),
  },
  {
    weight: 1,
    arbitrary: pick.map(
      (at): Action =>
        async (world) => {
          const kept = new Set(world.store.listBackups().map(({ name }) => name));
          world.backups = world.backups.filter(({ name }) => kept.has(name));
          const chosen = world.backups[at % Math.max(1, world.backups.length)];
          if (chosen === undefined) return;
          value(await world.store.restoreBackup(chosen.name));
          world.model.clear();
          for (const [id, each] of copied(chosen.model)) world.model.set(id, each);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant<Action>((world) => {
      world.store.close();
      world.store = openTestStore(world.folder, { newId: () => `n${Math.random()}` });
      expect(world.store.healed).toBeNull();
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('-wal', 'all').map(
      (what): Action =>
        (world) => {
          // A kill, and then the log or the whole file is gone.
          const database = world.store.file;
          const files = [database, `${database}-wal`].filter((path) => existsSync(path));
          for (const path of files) copyFileSync(path, `${path}.kept`);
          world.store.close();
          for (const path of files) copyFileSync(`${path}.kept`, path);
          rmSync(`${database}-wal`, { force: true });
          if (what === 'all') rmSync(database);
          for (const name of readdirSync(world.folder)) {
            if (name.endsWith('.kept')) rmSync(join(world.folder, name));
          }
          world.store = openTestStore(world.folder, { newId: () => `n${Math.random()}` });
          expect(world.store.healed?.missing ?? []).toEqual([]);
        },
    ),
  },
);

it('S10 the store holds what a model in memory holds, whatever is done and whatever is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(actions, { maxLength: 30 }), async (row) => {
      const folder = newFolder();
      let ids = 0;
      const newId = (): string => {
        ids += 1;
        return `m${ids}`;
      };
      const world: World = {
        folder,
        store: openTestStore(folder, { newId }),
        model: new Map(),
        backups: [],
      };
      for (const action of row) await action(world);
      check(world);
      world.store.close();
    }),
    { numRuns: 60, seed: 20_261_124 },
  );
}, 120_000);
