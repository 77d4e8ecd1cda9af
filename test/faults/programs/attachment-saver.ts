/**
 * Takes attachments and signed files in and throws some away, backups between them, and says in the
 * file ACK what the store has acknowledged. Arguments: folder, turns, file of acknowledgements,
 * folder for what is taken in.
 */
import { openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../electron/store';
import { checkOptions } from '../check-store';
import { fileContent } from '../file-content';

const [, , folder = '', turns = '0', ackPath = '', sources = ''] = process.argv;
const opened = openStore(checkOptions(folder));
if (!opened.ok) process.exit(3);
const store = opened.value;
const ack = openSync(ackPath, 'a');
const made = store.createProposal({
  callId: 'c',
  templateId: 't',
  title: 'Hồ sơ',
  organisationId: null,
  style: {
    fontSize: 14,
    lineSpacing: 1,
    spaceAfter: 6,
    margins: { top: 20, bottom: 20, left: 30, right: 20 },
    indent: 12.7,
  },
  values: {},
});
if (!made.ok) process.exit(4);
const { id } = made.value;
writeSync(ack, `proposal ${id}\n`);
const attached: { readonly id: string; readonly sha256: string }[] = [];

for (let turn = 1; turn <= Number(turns); turn += 1) {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), fileContent(turn)]);
  if (turn % 2 === 0) {
    const kept = await store.keepFile(id, `${turn}.pdf`, bytes);
    if (!kept.ok) process.exit(5);
    writeSync(ack, `file ${kept.value.sha256} ${kept.value.sha256}\n`);
  } else {
    const path = join(sources, `${turn}.pdf`);
    writeFileSync(path, bytes);
    const added = await store.addAttachment(id, path);
    if (!added.ok) process.exit(6);
    attached.push(added.value);
    writeSync(ack, `attachment ${added.value.id} ${added.value.sha256}\n`);
  }
  const oldest = turn % 5 === 0 ? attached.shift() : undefined;
  if (oldest !== undefined) {
    writeSync(ack, `drop ${oldest.id} ${oldest.sha256}\n`);
    if (!store.removeAttachment(oldest.id).ok) process.exit(7);
  }
  if (turn % 4 === 0 && !(await store.backupNow()).ok) process.exit(8);
}
