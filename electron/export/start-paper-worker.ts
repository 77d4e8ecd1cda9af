import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { err, type Result } from '../../shared/base';
import type { PageList, PrintablePlan } from '../../shared/model';
import type { BindDossierRequest } from './bind-dossier';
import type { PlanRequest } from './draw-plan';
import type { DrawRequest, ProposalPaper } from './draw-proposal';
import type { ExportedPaper, PaperRequest } from './export-paper';
import { type ExportFailure, exportFailure } from './refusal';
import type { WorkerResponse, WorkerTask, WorkerTasks } from './worker-protocol';

export interface PaperWorker {
  /** A proposal as a file. */
  readonly drawPaper: (request: DrawRequest) => Promise<Result<ExportedPaper, ExportFailure>>;
  /** Its pages alone, for print. */
  readonly layPages: (paper: ProposalPaper) => Promise<Result<PageList, ExportFailure>>;
  /** A paper of a dossier as a file. */
  readonly drawPlan: (request: PlanRequest) => Promise<Result<ExportedPaper, ExportFailure>>;
  /** Its pages alone, for preview and print. */
  readonly layPlan: (plan: PrintablePlan) => Promise<Result<PageList, ExportFailure>>;
  /** The enclosed papers of a dossier as one PDF behind a contents page. */
  readonly bindDossier: (
    request: BindDossierRequest,
  ) => Promise<Result<ExportedPaper, ExportFailure>>;
  /** Any other paper, laid out already. */
  readonly exportPaper: (request: PaperRequest) => Promise<Result<ExportedPaper, ExportFailure>>;
  /** Ends the thread; what is still being drawn answers with a failure. */
  readonly stop: () => Promise<void>;
}

/** Every build puts the worker beside the file that starts it. */
const BUILT_WORKER = join(import.meta.dirname, 'export-worker.js');

const broken = (): ExportFailure =>
  exportFailure('export-failed', 'Phần dựng trang đã dừng đột ngột nên chưa có tệp nào được tạo.', {
    hint: 'Nội dung vẫn còn nguyên. Hãy kết xuất lại; nếu vẫn lỗi, hãy gửi nhật ký cho người hỗ trợ.',
  });

interface Waiting {
  readonly answer: (answer: WorkerTasks[WorkerTask]['answer']) => void;
  readonly bug: (error: Error) => void;
}

/**
 * The export thread. It starts with the first request and, should it die, again with the next one;
 * a bug in it rejects the promise of that request alone.
 */
export const startPaperWorker = (workerFile: string = BUILT_WORKER): PaperWorker => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  const settle = (response: WorkerResponse): void => {
    const request = waiting.get(response.id);
    waiting.delete(response.id);
    if ('bug' in response) request?.bug(new Error(`export worker: ${response.bug}`));
    else request?.answer(response.answer);
    // An idle thread must not keep a finished program alive.
    if (waiting.size === 0) worker?.unref();
  };

  const lose = (lost: Worker): void => {
    if (worker !== lost) return;
    worker = null;
    const requests = [...waiting.values()];
    waiting.clear();
    for (const { answer } of requests) answer(err(broken()));
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = new Worker(workerFile);
    started.on('message', settle);
    started.on('error', () => lose(started));
    started.on('exit', () => lose(started));
    worker = started;
    return started;
  };

  const ask = <T extends WorkerTask>(
    task: T,
    question: WorkerTasks[T]['question'],
  ): Promise<WorkerTasks[T]['answer']> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const target = running();
      waiting.set(lastId, {
        answer: (answer) => resolve(answer as WorkerTasks[T]['answer']),
        bug: reject,
      });
      target.ref();
      target.postMessage({ id: lastId, task, question });
    });

  return {
    drawPaper: (request) => ask('draw', request),
    layPages: (paper) => ask('lay', paper),
    drawPlan: (request) => ask('drawPlan', request),
    layPlan: (plan) => ask('layPlan', plan),
    bindDossier: (request) => ask('bindDossier', request),
    exportPaper: (request) => ask('exportPaper', request),
    stop: async () => {
      const stopping = worker;
      if (stopping === null) return;
      lose(stopping);
      await stopping.terminate();
    },
  };
};
