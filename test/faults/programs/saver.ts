/**
 * Works on a store and acknowledges each step as the window would see it: one line in the file ACK
 * after the store has said so. Arguments: folder, seed, first step, end, file of acknowledgements.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { openStore } from '../../../electron/store';
import { doStep, stepsOf } from '../workload';

const [, , folder = '', seed = '1', first = '0', end = '0', ackPath = '', pace = '5000'] =
  process.argv;
const steps = stepsOf(Number(seed), Number(end));
let number = Number(first);
let uptime = 0;
let clock = Date.parse('2026-11-24T01:00:00.000Z') + number * 5000;
const opened = openStore({
  folder,
  now: () => {
    clock += 1000;
    return new Date(clock).toISOString();
  },
  newId: () => `p${number}`,
  appVersion: 'faults',
  uptime: () => uptime,
  journalReserve: 64 * 1024,
});
if (!opened.ok) {
  process.stderr.write(`saver: ${JSON.stringify(opened.error)}\n`);
  process.exit(3);
}
const store = opened.value;
const ack = openSync(ackPath, 'a');
writeSync(ack, `ready ${number}\n`);
while (number < steps.length) {
  const step = steps[number];
  if (step === undefined || !doStep(store, step)) {
    process.stderr.write(`saver: step ${number} was refused\n`);
    process.exit(4);
  }
  number += 1;
  writeSync(ack, `${number}\n`);
  uptime += Number(pace);
  if (number % 4 === 0) await store.tick();
}
store.close();
closeSync(ack);
