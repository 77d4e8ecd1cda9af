import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import {
  bindDossier,
  drawPlan,
  drawProposal,
  layPlan,
  layProposal,
} from '../../../electron/export';
import { createTickets, writeFileAtomically } from '../../../electron/files';
import { allHandlers, type ExportPlace, type Services } from '../../../electron/ipc';
import type { Store } from '../../../electron/store';
import { err, ok } from '../../../shared/base';
import type { Channel, DossierRecord, Input, Output } from '../../../shared/ipc';
import type { PageFurniture, PageList } from '../../../shared/model';
import { openTestStore, testIds, value } from '../store/open-test-store';
import { fakeServices, shipped } from './fake-services';

/** A folder and a store of their own for each test of a file. */
export interface Ground {
  work: string;
  store: Store;
}

export const ground = (): Ground => {
  const own = {} as Ground;
  beforeEach(() => {
    own.work = mkdtempSync(join(tmpdir(), 'bdx-dossier-'));
    own.store = openTestStore();
  });
  afterEach(() => {
    own.store.close();
    rmSync(own.work, { recursive: true, force: true });
  });
  return own;
};

export interface Printed {
  readonly pages: PageList;
  readonly title: string;
  readonly furniture: PageFurniture;
}

const FONT = 'assets/fonts/liberation-serif-regular.ttf';

/** Handlers over the ground's store; dialogs answer with what the test gives. */
export const dossierWorld = (own: Ground, kept: Store = own.store) => {
  const given = { signed: '', certificate: '', picture: '', root: '' };
  const printed: Printed[] = [];
  const services: Services = {
    ...fakeServices(kept).services,
    now: () => new Date(),
    tickets: createTickets<ExportPlace>(testIds('ve'), () => 0),
    askTarget: ({ fileName }) => Promise.resolve(join(own.work, fileName)),
    drawPaper: drawProposal,
    layPages: (paper) => Promise.resolve(layProposal(paper)),
    writeFile: (path, bytes) => writeFileAtomically(path, bytes),
    printPages: (pages, title, furniture = {}) => {
      printed.push({ pages, title, furniture });
      return Promise.resolve(ok(true));
    },
    dossiers: {
      papers: shipped.papers,
      drawPlan,
      layPlan: (plan) => Promise.resolve(layPlan(plan)),
      askFolder: () => Promise.resolve(own.work),
      askFile: (kind) => Promise.resolve(given[kind]),
      certificates: createTickets(testIds('ct'), () => 0),
      readBytes: (path) => {
        try {
          return Promise.resolve(ok(readFileSync(path)));
        } catch {
          return Promise.resolve(err({ code: 'file-unreadable', message: 'x' }));
        }
      },
      bind: bindDossier,
      ensureFolder: (path) => {
        mkdirSync(dirname(path), { recursive: true });
      },
      makeFolder: (parent, name) => {
        mkdirSync(join(parent, name));
        return join(parent, name);
      },
      signatureFont: () => Promise.resolve(readFileSync(FONT)),
    },
    files: {
      ...fakeServices(kept).services.files,
      exists: () => false,
    },
  };
  const handlers = allHandlers(services);
  const call = async <C extends Channel>(channel: C, input: Input<C>) =>
    handlers[channel](input as never);
  const done = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> =>
    value(await call(channel, input)) as Output<C>;
  return { call, done, given, printed, own };
};

export type World = ReturnType<typeof dossierWorld>;

export const create = async ({ done }: World, title: string): Promise<string> => {
  const { id } = await done('proposals.create', {
    callId: 'ml-2024-1322',
    templateId: 'tt03-2017-a1-dxnv',
    title,
    organisationId: null,
  });
  return id;
};

export const freeze = async ({ done }: World, id: string): Promise<DossierRecord> => {
  await done('dossier.setActor', { name: 'Lan' });
  return done('dossier.freeze', { id, anyway: true });
};

/** A change of the words, in any section that takes plain text or a whole document. */
export const edit = async ({ done }: World, id: string): Promise<void> => {
  const form = shipped.templates.find((one) => one.id === 'tt03-2017-a1-dxnv')!;
  const section = form.sections.find(({ kind }) => kind === 'text' || kind === 'richText')!;
  const words =
    section.kind === 'text'
      ? 'Tên khác'
      : {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Khác' }] }],
        };
  await done('proposals.saveSection', { id, section: section.id, value: words });
};

export const exported = async ({ done, own }: World, id: string): Promise<Buffer> => {
  const { ticket } = await done('export.chooseTarget', { id, format: 'pdf' });
  const { fileName } = await done('export.write', { ticket });
  return readFileSync(join(own.work, fileName));
};
