import { createHash } from 'node:crypto';
import type { Store } from '../../electron/store';
import type { Result } from '../../shared/base';
import type { IpcFailure } from '../../shared/ipc';
import { seededRandom } from './random';

/**
 * A long row of steps as a person's work gives them, the same for the same seed, and a model in
 * memory that says what must be there after each. What a store holds is compared as one digest.
 */
export type Step =
  | { readonly kind: 'create'; readonly id: string; readonly title: string }
  | { readonly kind: 'save'; readonly id: string; readonly section: string; readonly text: string }
  | { readonly kind: 'rename'; readonly id: string; readonly title: string }
  | { readonly kind: 'trash'; readonly id: string; readonly trashed: boolean }
  | { readonly kind: 'milestone'; readonly id: string; readonly name: string }
  | { readonly kind: 'export'; readonly id: string; readonly fileName: string };

interface ModelProposal {
  readonly title: string;
  readonly trashed: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly milestones: readonly string[];
  readonly exports: readonly string[];
}
export type Model = Readonly<Record<string, ModelProposal>>;

const SECTIONS = ['muc1', 'muc2', 'muc3', 'muc4'];
const WORDS =
  'nghiên cứu ứng dụng công nghệ nâng cao năng suất chất lượng sản phẩm doanh nghiệp Hải Phòng đổi mới'.split(
    ' ',
  );

const textOf = (random: () => number, mostWords: number): string =>
  Array.from(
    { length: 1 + Math.floor(random() * mostWords) },
    () => WORDS[Math.floor(random() * WORDS.length)],
  ).join(' ');

const FIRST_CREATES = 2;
const MOST_PROPOSALS = 5;

/** Steps 0 … count-1. A step depends only on the seed and its number. */
export const stepsOf = (seed: number, count: number, mostWords = 120): Step[] => {
  const random = seededRandom(seed);
  const ids: string[] = [];
  const trashed = new Set<string>();
  return Array.from({ length: count }, (_, number): Step => {
    const dice = random();
    const isCreate = number < FIRST_CREATES || (dice < 0.01 && ids.length < MOST_PROPOSALS);
    if (isCreate) {
      ids.push(`p${number}`);
      return { kind: 'create', id: `p${number}`, title: textOf(random, 8) };
    }
    const id = ids[Math.floor(random() * ids.length)] ?? '';
    if (dice < 0.04) return { kind: 'rename', id, title: textOf(random, 8) };
    if (dice < 0.06) {
      if (trashed.has(id)) trashed.delete(id);
      else trashed.add(id);
      return { kind: 'trash', id, trashed: trashed.has(id) };
    }
    if (dice < 0.08) return { kind: 'milestone', id, name: `mốc ${number}` };
    if (dice < 0.1) return { kind: 'export', id, fileName: `tep-${number}.pdf` };
    const section = SECTIONS[Math.floor(random() * SECTIONS.length)] ?? '';
    return { kind: 'save', id, section, text: `${number} ${textOf(random, mostWords)}` };
  });
};

/** Of proposals whose look is of no matter. */
export const plainStyle = {
  fontSize: 14,
  lineSpacing: 1,
  spaceAfter: 6,
  margins: { top: 20, bottom: 20, left: 30, right: 20 },
  indent: 12.7,
};

const answerOf = (store: Store, step: Step): Result<unknown, IpcFailure> => {
  switch (step.kind) {
    case 'create':
      return store.createProposal({
        callId: 'c',
        templateId: 't',
        title: step.title,
        organisationId: null,
        style: plainStyle,
        values: {},
      });
    case 'save':
      return store.saveSection(step.id, step.section, step.text);
    case 'rename':
      return store.renameProposal(step.id, step.title);
    case 'trash':
      return step.trashed ? store.trashProposal(step.id) : store.restoreProposal(step.id);
    case 'milestone':
      return store.markMilestone(step.id, step.name);
    case 'export':
      return store.registerExport({
        proposalId: step.id,
        format: 'pdf',
        fileName: step.fileName,
        folder: '/',
        pages: 5,
        bytes: 1,
        sha256: 'a'.repeat(64),
      });
  }
};

/** Does a step, and gives the store's answer. */
export const answerTo = (store: Store, step: Step): { ok: true } | { ok: false; code: string } => {
  const done = answerOf(store, step);
  return done.ok ? { ok: true } : { ok: false, code: done.error.code };
};

/** Does a step; true when the store acknowledged it. `nextId` is what the store will ask for. */
export const doStep = (store: Store, step: Step): boolean => answerOf(store, step).ok;

export const modelAfter = (model: Model, step: Step): Model => {
  if (step.kind === 'create') {
    const { title } = step;
    return {
      ...model,
      [step.id]: { title, trashed: false, values: {}, milestones: [], exports: [] },
    };
  }
  const before = model[step.id];
  if (before === undefined) throw new Error(`step on unknown ${step.id}`);
  const change = (): ModelProposal => {
    switch (step.kind) {
      case 'save':
        return { ...before, values: { ...before.values, [step.section]: step.text } };
      case 'rename':
        return { ...before, title: step.title };
      case 'trash':
        return { ...before, trashed: step.trashed };
      case 'milestone':
        return { ...before, milestones: [...before.milestones, step.name] };
      case 'export':
        return { ...before, exports: [...before.exports, step.fileName] };
    }
  };
  return { ...model, [step.id]: change() };
};

const sorted = (record: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

export const digestOf = (model: Model): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        sorted(model).map(([id, each]) => {
          const proposal = each as ModelProposal;
          return [id, { ...proposal, values: sorted(proposal.values) }];
        }),
      ),
    )
    .digest('hex');

/** Digests of the model: [0] of nothing, [n] after n steps. */
export const digestsOf = (steps: readonly Step[]): string[] => {
  let model: Model = {};
  const digests = [digestOf(model)];
  for (const step of steps) {
    model = modelAfter(model, step);
    digests.push(digestOf(model));
  }
  return digests;
};

/** The same, each made when somebody asks for it: a program that is killed early needs few of them. */
export const lazyDigestsOf = (steps: readonly Step[]): ((after: number) => string | undefined) => {
  let model: Model = {};
  const digests = [digestOf(model)];
  return (after) => {
    for (const step of steps.slice(digests.length - 1, after)) {
      model = modelAfter(model, step);
      digests.push(digestOf(model));
    }
    return digests[after];
  };
};

/** What the store holds, in the model's terms; throws the failure of a read that is refused. */
export const contentOf = (store: Store): Model => {
  const need = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  const model: Record<string, ModelProposal> = {};
  for (const trashed of [false, true]) {
    for (const { id } of need(store.listProposals({ trashed }))) {
      const { title, values } = need(store.openProposal(id));
      const revisions = need(store.listRevisions(id));
      model[id] = {
        title,
        trashed,
        values: values as Record<string, string>,
        milestones: revisions
          .filter(({ kind }) => kind === 'milestone')
          .map(({ name }) => name)
          .reverse(),
        exports: need(store.listExports(id))
          .map(({ fileName }) => fileName)
          .reverse(),
      };
    }
  }
  return model;
};
