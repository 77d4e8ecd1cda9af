/**
 * Takes papers in and throws some away, words and backups between them, and says in the file ACK
 * which step the store has acknowledged. Arguments: folder, seed, steps, file of acknowledgements,
 * folder for what is taken in.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { openStore } from '../../../electron/store';
import { doPaperStep, paperStepsOf } from '../attachment-workload';
import { checkOptions } from '../check-store';

const [, , folder = '', seed = '1', count = '0', ackPath = '', sources = ''] = process.argv;
const opened = openStore(checkOptions(folder));
if (!opened.ok) process.exit(3);
const store = opened.value;
const ack = openSync(ackPath, 'a');
for (const [number, step] of paperStepsOf(Number(seed), Number(count)).entries()) {
  await doPaperStep(store, step, sources);
  writeSync(ack, `${number + 1}\n`);
}
store.close();
closeSync(ack);
