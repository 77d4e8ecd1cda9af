import { parentPort } from 'node:worker_threads';
import { bindDossier } from './bind-dossier';
import { drawPlan, layPlan } from './draw-plan';
import { drawProposal, layProposal } from './draw-proposal';
import { exportPaper } from './export-paper';
import type { WorkerRequest, WorkerResponse, WorkerTask, WorkerTasks } from './worker-protocol';

/** The thread beside the main process: laying out and drawing must not make the window wait. */
const port = parentPort;
if (port === null) throw new Error('runs as a worker thread only');

const answerOf = (
  request: WorkerRequest,
): WorkerTasks[WorkerTask]['answer'] | Promise<WorkerTasks[WorkerTask]['answer']> => {
  switch (request.task) {
    case 'draw':
      return drawProposal(request.question);
    case 'lay':
      return layProposal(request.question);
    case 'drawPlan':
      return drawPlan(request.question);
    case 'layPlan':
      return layPlan(request.question);
    case 'bindDossier':
      return bindDossier(request.question);
    case 'exportPaper':
      return exportPaper(request.question);
  }
};

/** The bytes move instead of being copied: nobody here reads them again. */
const movable = (answer: WorkerTasks[WorkerTask]['answer']): ArrayBuffer[] =>
  answer.ok && 'bytes' in answer.value && answer.value.bytes.buffer instanceof ArrayBuffer
    ? [answer.value.bytes.buffer]
    : [];

port.on('message', async (request: WorkerRequest) => {
  try {
    const answer = await answerOf(request);
    const response: WorkerResponse = { id: request.id, answer };
    port.postMessage(response, movable(answer));
  } catch (error) {
    const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const response: WorkerResponse = { id: request.id, bug };
    port.postMessage(response);
  }
});
