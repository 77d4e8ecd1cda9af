import { rmSync } from 'node:fs';
import { afterEach } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../../electron/store';
import { quickFolder } from '../../helpers/quick-folder';

const folders: string[] = [];
const stores: Store[] = [];

/** A clock that moves one second with every look at it. */
export const testClock = (from = '2026-11-24T01:00:00.000Z'): (() => string) => {
  let time = Date.parse(from);
  return () => {
    time += 1000;
    return new Date(time).toISOString();
  };
};

export const testIds = (prefix = 'id'): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
};

export const newFolder = (): string => {
  const folder = quickFolder('bdx-store-');
  folders.push(folder);
  return folder;
};

export const testOptions = (folder: string, more: Partial<StoreOptions> = {}): StoreOptions => ({
  folder,
  now: testClock(),
  newId: testIds(),
  appVersion: '0.0.0-test',
  ...more,
});

/** Opens a store that is closed after the test; throws when it does not open. */
export const openTestStore = (folder = newFolder(), more: Partial<StoreOptions> = {}): Store => {
  const opened = openStore(testOptions(folder, more));
  if (!opened.ok) throw new Error(`store: ${JSON.stringify(opened.error)}`);
  stores.push(opened.value);
  return opened.value;
};

/** The value of a result that the test expects to be good. */
export const value = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const style = {
  fontSize: 14,
  lineSpacing: 1,
  spaceAfter: 6,
  margins: { top: 20, bottom: 20, left: 30, right: 20 },
  indent: 12.7,
};

export const newProposal = (
  title = 'Nâng cao năng suất',
  values: Readonly<Record<string, unknown>> = {},
) => ({
  callId: 'hp-2023-1882',
  templateId: 'hp-2023-bdx',
  title,
  organisationId: null,
  style,
  values,
});

export const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
