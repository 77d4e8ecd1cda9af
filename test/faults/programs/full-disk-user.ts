/** A person on a full disk: saving is refused, throwing away works, then saving works again. */
import { openSync } from 'node:fs';
import { openStore } from '../../../electron/store';
import { checkOptions } from '../check-store';

const [, , folder = ''] = process.argv;
const tellDisk = (order: string): void => {
  try {
    openSync(`/bdx-disk/${order}`, 'r');
  } catch {
    // That is how it answers.
  }
};

const opened = openStore(checkOptions(folder));
if (!opened.ok) process.exit(3);
const store = opened.value;
const style = {
  fontSize: 14,
  lineSpacing: 1,
  spaceAfter: 6,
  margins: { top: 20, bottom: 20, left: 30, right: 20 },
  indent: 12.7,
};
const make = () =>
  store.createProposal({
    callId: 'c',
    templateId: 't',
    title: 'Đề tài',
    organisationId: null,
    style,
    values: {},
  });
const first = make();
const second = make();
if (!first.ok || !second.ok) process.exit(4);
store.trashProposal(second.value.id);
await store.tick();
tellDisk('room/0');
const codes: string[] = [];
const codeOf = (answer: { ok: boolean; error?: { code: string } }): string =>
  answer.ok ? 'ok' : (answer.error?.code ?? '');
let saves = 0;
// The log may still have room of its own; the disk is full when it has none.
while (codes.at(-1) !== 'store-full' && saves < 200) {
  saves += 1;
  codes.push(codeOf(store.saveSection(first.value.id, 'muc1', 'chữ '.repeat(4000))));
}
const state = store.state().state;
const erased = codeOf(store.eraseProposal(second.value.id));
const saved = codeOf(store.saveSection(first.value.id, 'muc1', 'lại ghi được'));
process.stdout.write(JSON.stringify({ refused: codes.at(-1), state, erased, saved }));
store.close();
