/**
 * Writes one file again and again, as exports and packages are written, and acknowledges each time
 * the writer has said that it is done. Arguments: target, turns, file of acknowledgements, kind.
 */
import { openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFileAtomically } from '../../../electron/files';
import { openStore } from '../../../electron/store';
import { writeSmallFile } from '../../../electron/store/write-small-file';
import { checkOptions } from '../check-store';
import { fileContent } from '../file-content';

const [, , target = '', turns = '0', ackPath = '', kind = 'export'] = process.argv;
const ack = openSync(ackPath, 'a');

const packageWriter = (): ((turn: number) => Promise<boolean>) => {
  const opened = openStore(checkOptions(join(dirname(ackPath), 'source')));
  if (!opened.ok) process.exit(3);
  const store = opened.value;
  const made = store.createProposal({
    callId: 'c',
    templateId: 't',
    title: 'Gói',
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
  return async (turn) => {
    store.saveSection(made.value.id, 'muc1', fileContent(turn).toString('latin1'));
    return (await store.writePackage([made.value.id], target)).ok;
  };
};

const writers: Readonly<Record<string, () => (turn: number) => Promise<boolean>>> = {
  export: () => async (turn) => (await writeFileAtomically(target, fileContent(turn))).ok,
  settings: () => (turn) => {
    writeSmallFile(target, fileContent(turn).toString('latin1'));
    return Promise.resolve(true);
  },
  package: packageWriter,
};

const write = writers[kind]?.();
if (write === undefined) process.exit(5);
for (let turn = 1; turn <= Number(turns); turn += 1) {
  if (!(await write(turn))) process.exit(6);
  writeSync(ack, `${turn}\n`);
}
