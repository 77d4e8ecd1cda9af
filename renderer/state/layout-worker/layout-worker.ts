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

/** Keys that the window counts itself come faster than anybody reads how sure their counts are. */
const SURE_WITHIN_MS = 60;
let saidSoon = false;
const scheduleSoon = (): void => {
  if (saidSoon) return;
  saidSoon = true;
  setTimeout(() => {
    saidSoon = false;
    schedule();
  }, SURE_WITHIN_MS);
};

world.onmessage = ({ data }) => {
  session.take(data);
  if (session.stale) schedule();
  else if (session.uncertain) scheduleSoon();
};

send({ kind: 'ready' });
