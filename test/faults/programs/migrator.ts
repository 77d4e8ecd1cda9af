/** Opens a store of an earlier version, which brings it up to date, and says so in the file ACK. */
import { openSync, writeSync } from 'node:fs';
import { openStore } from '../../../electron/store';
import { checkOptions } from '../check-store';

const [, , folder = '', ackPath = ''] = process.argv;
const ack = openSync(ackPath, 'a');
writeSync(ack, 'begin\n');
const opened = openStore(checkOptions(folder));
if (!opened.ok) process.exit(3);
writeSync(ack, 'done\n');
opened.value.close();
