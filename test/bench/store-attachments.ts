import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, figure, idleStall, longestStall, MB, must, open } from './bench-store';

const ATTACHMENT = 200 * MB;
/** Together a gigabyte. */
const ATTACHMENTS = 5;

/** Stalls of the thread that talks to the window, while 1 GB of attachments is handled. */
export const attachments = async (root: string): Promise<void> => {
  const path = join(root, 'Bản quét.pdf');
  const store = open(join(root, 'attachments'));
  const id = create(store, 'Hồ sơ có bản quét', '');
  const before = await idleStall();
  const kept: string[] = [];
  const stalls: number[] = [];
  let all = 0;
  for (let turn = 0; turn < ATTACHMENTS; turn += 1) {
    writeFileSync(path, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(ATTACHMENT - 9)]));
    const taken = await longestStall(async () => {
      kept.push(must(await store.addAttachment(id, path)).id);
    });
    stalls.push(taken.stall);
    all += taken.ms;
  }
  const [first = ''] = kept;
  const given = await longestStall(async () =>
    must(await store.copyAttachment(first, join(root, 'ra.pdf'))),
  );
  figure(
    'longest stall while 200 MB are taken in',
    Math.max(...stalls),
    100,
    `five times, ${Math.round(all / ATTACHMENTS)} ms each`,
  );
  figure(
    'longest stall while they are written out',
    given.stall,
    100,
    `${Math.round(given.ms)} ms in all`,
  );
  let name = '';
  const backedUp = await longestStall(async () => {
    name = must(await store.backupNow()).name;
  });
  figure(
    'longest stall of a backup, 1 GB of attachments',
    backedUp.stall,
    100,
    `${Math.round(backedUp.ms)} ms in all`,
  );
  const verified = await longestStall(async () => must(await store.verifyBackup(name)));
  figure(
    'longest stall while that backup and its 1 GB are checked again',
    verified.stall,
    100,
    `${Math.round(verified.ms)} ms in all`,
  );
  const scrubbed = await longestStall(async () => must(await store.scrubContents()));
  figure(
    'longest stall while both copies of 1 GB are compared',
    scrubbed.stall,
    100,
    `${Math.round(scrubbed.ms)} ms in all`,
  );
  const removed = await longestStall(async () => {
    for (const one of kept) must(store.removeAttachment(one));
    for (let turn = 0; turn < 3; turn += 1) {
      must(store.saveSection(id, 'i', `lần ${turn}`));
      must(await store.backupNow());
    }
  });
  figure(
    'longest stall while 1 GB is thrown away, with three backups',
    removed.stall,
    100,
    `${Math.round(removed.ms)} ms in all`,
  );
  const after = await idleStall();
  figure(
    'peer: longest stall of a program that does nothing for 3 s',
    Math.max(before.stall, after.stall),
    null,
    'before and after',
  );
  store.close();
};
