import type { WorkerEars, WorkerLike } from '../../renderer/state/layout-worker/layout-client';
import { createLayoutSession } from '../../renderer/state/layout-worker/layout-session';
import type { LayoutAnswer } from '../../renderer/state/layout-worker/protocol';

/**
 * The real layout, without a thread of its own: stands in for `start-worker` where there are no
 * workers. Answers later, as a worker does, and everything is copied on its way.
 */
export const startWorker = (): WorkerLike => {
  let ears: WorkerEars | null = null;
  let stopped = false;
  const send = (answer: LayoutAnswer): void => {
    if (!stopped) ears?.onAnswer(structuredClone(answer));
  };
  const session = createLayoutSession(send);
  const work = (): void => {
    if (stopped) return;
    const answer = session.stale ? session.count() : (session.pages() ?? session.certainty());
    if (answer === null) return;
    send(answer);
    setTimeout(work);
  };
  return {
    post: (request) => {
      session.take(structuredClone(request));
      if (session.stale) setTimeout(work);
    },
    listen: (given) => {
      ears = given;
    },
    terminate: () => {
      stopped = true;
    },
  };
};
