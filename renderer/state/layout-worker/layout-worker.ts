import { createLayoutSession } from './layout-session';
import type { LayoutAnswer, LayoutRequest } from './protocol';

/** The part of a worker's world that is used here; the window's own types do not have it. */
interface WorkerWorld {
  postMessage: (answer: LayoutAnswer) => void;
  onmessage: ((event: MessageEvent<LayoutRequest>) => void) | null;
}

const world = globalThis as unknown as WorkerWorld;
const send = (answer: LayoutAnswer): void => world.postMessage(answer);
const session = createLayoutSession(send);

/**
 * Messages to ourselves stand behind those of the window that have arrived already: a burst of keys
 * is taken in first and laid out once, and a count always leaves before the pages it belongs to.
 */
const turn = new MessageChannel();
let scheduled = false;
const schedule = (): void => {
  if (scheduled) return;
  scheduled = true;
  turn.port2.postMessage(null);
};

turn.port1.onmessage = () => {
  scheduled = false;
  const answer = session.stale ? session.count() : (session.pages() ?? session.certainty());
  if (answer !== null) {
    send(answer);
    schedule();
  } else if (session.stale || session.warmUp()) schedule();
};

world.onmessage = ({ data }) => {
  session.take(data);
  if (session.stale) schedule();
};

send({ kind: 'ready' });
