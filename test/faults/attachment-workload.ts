import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../electron/store';
import { seededRandom } from './random';
import { plainStyle } from './workload';

/**
 * What a person does with papers that go with a proposal, words between them; the same for the same
 * seed. Beside it a model that says what must be there after each step.
 */
export type PaperStep =
  | { readonly kind: 'create' }
  | { readonly kind: 'attach' | 'keep'; readonly name: string; readonly paper: Paper }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'save'; readonly text: string }
  | { readonly kind: 'backup' };

/** A file to take in; two of the same number are the same bytes. */
export interface Paper {
  readonly number: number;
  readonly size: number;
}

/** null: the proposal is not there. Files by name and hash. */
export type Shelf = {
  readonly text: string;
  readonly attachments: readonly (readonly [string, string])[];
  readonly files: readonly (readonly [string, string])[];
} | null;

const KB = 1024;
const HEAD = Buffer.from('%PDF-1.7\n');

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const bytesOf = ({ number, size }: Paper): Buffer => {
  const outputLength = size - HEAD.length;
  const noise = createHash('shake256', { outputLength }).update(String(number)).digest();
  return Buffer.concat([HEAD, noise]);
};

/** Most are small, so that cuts can be many; a large one is of more than one piece, a megabyte. */
const sizeOf = (dice: number, share: number): number =>
  Math.round(dice < 0.85 ? (2 + 22 * share) * KB : (24 + 200 * share) * KB);
const largeSize = (share: number): number => Math.round((1024 + 60 * share) * KB);

/** So that even the shortest row has everything in it. */
const FIRST = ['create', 'attach', 'save', 'large', 'keep', 'backup', 'remove', 'save'] as const;
const AGAIN = 0.15;

type Kind = PaperStep['kind'] | 'large';

const kindOf = (dice: number): Kind => {
  if (dice < 0.4) return 'attach';
  if (dice < 0.52) return 'keep';
  if (dice < 0.72) return 'save';
  return dice < 0.9 ? 'remove' : 'backup';
};

export const paperStepsOf = (seed: number, count: number): PaperStep[] => {
  const random = seededRandom(seed);
  const attached: string[] = [];
  const papers: Paper[] = [];
  const takeIn = (kind: 'attach' | 'keep', number: number, paper: Paper): PaperStep => {
    const name = `${number}.pdf`;
    if (kind === 'attach') attached.push(name);
    return { kind, name, paper };
  };
  const small = (number: number): Paper => {
    const fresh = { number, size: sizeOf(random(), random()) };
    // Bytes that are there, or were: nobody forbids to add the same file again.
    const old = papers[Math.floor(random() * papers.length)];
    if (old !== undefined && random() < AGAIN) return old;
    papers.push(fresh);
    return fresh;
  };
  const stepOf = (kind: Kind, number: number): PaperStep => {
    if (kind === 'large') return takeIn('attach', number, { number, size: largeSize(random()) });
    if (kind === 'attach' || kind === 'keep') return takeIn(kind, number, small(number));
    if (kind === 'save') {
      return { kind, text: `${number} ${'năng suất '.repeat(1 + Math.floor(random() * 60))}` };
    }
    if (kind !== 'remove') return { kind };
    const [name] = attached.splice(Math.floor(random() * attached.length), 1);
    return name === undefined ? { kind: 'backup' } : { kind, name };
  };
  return Array.from({ length: count }, (_, number) => {
    const dice = random();
    return stepOf(FIRST[number] ?? kindOf(dice), number);
  });
};

const shelfAfter = (shelf: Shelf, step: PaperStep): Shelf => {
  if (step.kind === 'create') return { text: '', attachments: [], files: [] };
  if (shelf === null) throw new Error('no proposal yet');
  switch (step.kind) {
    case 'attach':
      return {
        ...shelf,
        attachments: [...shelf.attachments, [step.name, sha256Of(bytesOf(step.paper))]],
      };
    case 'keep': {
      const content = sha256Of(bytesOf(step.paper));
      // The same bytes again: nothing new.
      if (shelf.files.some(([, known]) => known === content)) return shelf;
      const files = [...shelf.files, [step.name, content] as const];
      return { ...shelf, files: files.sort(([a], [b]) => (a < b ? -1 : 1)) };
    }
    case 'remove':
      return { ...shelf, attachments: shelf.attachments.filter(([name]) => name !== step.name) };
    case 'save':
      return { ...shelf, text: step.text };
    case 'backup':
      return shelf;
  }
};

/** The shelf before the first step, after it, after the second … */
export const shelvesOf = (steps: readonly PaperStep[]): Shelf[] => {
  const shelves: Shelf[] = [null];
  for (const step of steps) shelves.push(shelfAfter(shelves.at(-1) ?? null, step));
  return shelves;
};

/** Bytes of all papers by their hash. */
export type Papers = ReadonlyMap<string, Buffer>;

export const papersOf = (steps: readonly PaperStep[]): Papers =>
  new Map(
    steps.flatMap((step) => {
      if (!('paper' in step)) return [];
      const bytes = bytesOf(step.paper);
      return [[sha256Of(bytes), bytes] as const];
    }),
  );

/** Byte for byte, which says more than a hash and takes less time. */
export const isPaper = (papers: Papers, content: string, bytes: Uint8Array): boolean =>
  papers.get(content)?.equals(bytes) === true;

export const contentsOn = (shelf: Shelf): readonly string[] =>
  shelf === null ? [] : [...shelf.attachments, ...shelf.files].map(([, content]) => content);

const SECTION = 'muc1';

const need = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const proposalIn = (store: Store): string | null =>
  need(store.listProposals({ trashed: false }))[0]?.id ?? null;

/** Does a step; throws where the store refuses it. `folder`: for the files that are taken in. */
export const doPaperStep = async (store: Store, step: PaperStep, folder: string): Promise<void> => {
  if (step.kind === 'create') {
    const title = 'Hồ sơ';
    need(
      store.createProposal({
        callId: 'c',
        templateId: 't',
        title,
        organisationId: null,
        style: plainStyle,
        values: {},
      }),
    );
    return;
  }
  const proposal = proposalIn(store) ?? '';
  switch (step.kind) {
    case 'attach': {
      const path = join(folder, step.name);
      writeFileSync(path, bytesOf(step.paper));
      need(await store.addAttachment(proposal, path));
      return;
    }
    case 'keep':
      need(await store.keepFile(proposal, step.name, bytesOf(step.paper)));
      return;
    case 'remove': {
      const found = need(store.listAttachments(proposal)).find(({ name }) => name === step.name);
      need(store.removeAttachment(found?.id ?? ''));
      return;
    }
    case 'save':
      need(store.saveSection(proposal, SECTION, step.text));
      return;
    case 'backup':
      need(await store.backupNow());
  }
};

/**
 * What the store offers, every byte of it read; throws where it offers what it then does not hand
 * out, or other bytes. `folder`: for the files that are handed out.
 */
export const shelfOf = async (store: Store, papers: Papers, folder: string): Promise<Shelf> => {
  const proposal = proposalIn(store);
  if (proposal === null) return null;
  const named = (name: string, content: string, bytes: Uint8Array): [string, string] => {
    if (!isPaper(papers, content, bytes)) throw new Error(`S70: other bytes in ${name}`);
    return [name, content];
  };
  const { values } = need(store.openProposal(proposal));
  const attachments: [string, string][] = [];
  for (const { id, name, sha256 } of need(store.listAttachments(proposal))) {
    const path = join(folder, 'ra.pdf');
    need(await store.copyAttachment(id, path));
    attachments.push(named(name, sha256, readFileSync(path)));
  }
  const files = need(store.listKeptFiles(proposal)).map(({ name, sha256 }) =>
    named(name, sha256, need(store.readKeptFile(sha256))),
  );
  return { text: String(values[SECTION] ?? ''), attachments, files };
};
