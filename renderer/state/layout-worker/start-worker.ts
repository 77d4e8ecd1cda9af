import type { WorkerLike } from './layout-client';
import type { LayoutAnswer } from './protocol';

/** The real worker, a module of its own beside the window's code. */
export const startWorker = (): WorkerLike => {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), {
    type: 'module',
    name: 'layout',
  });
  return {
    post: (request) => worker.postMessage(request),
    listen: ({ onAnswer, onCrash }) => {
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => onAnswer(data);
      worker.onerror = (event) => {
        event.preventDefault();
        onCrash(event.message || 'the layout worker could not start');
      };
      worker.onmessageerror = () => onCrash('an answer of the layout worker could not be read');
    },
    terminate: () => worker.terminate(),
  };
};
