import { describe, expect, it } from 'vitest';
import { directionFindings, pathToElectron } from './import-direction';
import { parseSource, readSources } from './source-file';

const findingsOf = (path: string, text: string): string[] =>
  directionFindings([parseSource(path, text)]);

describe('imports of the project', () => {
  const sources = readSources('shared', 'electron', 'renderer', 'test');

  it('follow the direction table', () => {
    expect(directionFindings(sources)).toEqual([]);
  });

  it.each(['electron/cli/cli.ts', 'electron/export/export-worker.ts'])(
    'never reach electron from %s',
    (entry) => {
      expect(pathToElectron(sources, entry)).toBeUndefined();
    },
  );
});

describe('the checker of imports', () => {
  it.each([
    ['shared/base/money.ts', "import { z } from 'zod';"],
    ['shared/model/call.ts', "import type { Result } from '../base';\nimport './style';"],
    ['shared/ipc/api.ts', "import type { PageList } from '../layout';"],
    ['shared/layout/place/page.ts', "export * from '../measure/width';"],
    ['electron/store/open-store.ts', "import Database from 'better-sqlite3';"],
    ['electron/app/main.ts', "import { app } from 'electron';\nimport { open } from '../store';"],
    ['electron/ipc/dispatch.ts', "import { ipcMain } from 'electron';"],
    ['electron/cli/cli.ts', "import { draw } from '../export';"],
    ['renderer/state/store.ts', "import { call } from '../bridge';"],
    ['renderer/editor/page.tsx', "import './page.css';\nimport { count } from '../state';"],
    ['renderer/features/checks/panel.tsx', "import { model } from '../../../shared/model';"],
    ['renderer/app/window.tsx', "import { Checks } from '../features/checks';"],
    ['renderer/state/count.ts', "new Worker(new URL('./count-worker.ts', import.meta.url));"],
    ['renderer/preview/font.ts', "import font from '../../assets/fonts/serif.ttf?url';"],
    ['test/shared/base/money.test.ts', "import { x } from '../../../shared/base/money';"],
  ])('lets %s through', (path, text) => {
    expect(findingsOf(path, text)).toEqual([]);
  });

  it.each([
    ['shared/base/money.ts', "import { a } from '../model';", 'must not import shared/model'],
    ['shared/layout/x.ts', "import { a } from '../rules';", 'must not import shared/rules'],
    ['shared/model/x.ts', "import { a } from '../base/money';", 'through its index'],
    ['shared/model/x.ts', "export { a } from '../base/money';", 'through its index'],
    ['shared/model/x.ts', "const a = await import('../rules');", 'must not import'],
    ['shared/model/x.ts', "type A = import('../rules').A;", 'must not import'],
    ['shared/ipc/x.ts', "import { run } from '../rules';", 'must not import'],
    ['shared/model/x.ts', "import { readFile } from 'node:fs';", 'shared may use only'],
    ['shared/model/x.ts', "import { useState } from 'react';", 'shared may use only'],
    ['shared/model/x.ts', "import { a } from '../../electron/store';", 'must not import'],
    ['shared/model/x.ts', "import { a } from '../../test/helpers/a';", 'must not import test'],
    ['shared/model/x.ts', "import { a } from '../../scripts/a.mjs';", 'must not import scripts'],
    ['electron/store/x.ts', "import { app } from 'electron';", 'may use electron'],
    ['electron/export/x.ts', "import type { App } from 'electron/main';", 'may use electron'],
    ['electron/files/x.ts', "import Store from 'electron-store';", 'may use electron'],
    ['electron/store/x.ts', "import { a } from '../export';", 'must not import electron/export'],
    ['electron/ipc/x.ts', "import { a } from '../app';", 'must not import electron/app'],
    ['electron/app/x.ts', "import { a } from '../../renderer/ui';", 'must not import'],
    ['electron/preload/x.ts', "import { a } from '../store';", 'must not import'],
    ['renderer/ui/x.tsx', "import { call } from '../bridge';", 'must not import'],
    ['renderer/state/x.ts', "import { a } from '../editor';", 'must not import renderer/editor'],
    ['renderer/editor/x.ts', "import { a } from '../preview';", 'must not import'],
    ['renderer/features/a/x.ts', "import { b } from '../b';", 'must not import'],
    ['renderer/ui/x.ts', "import { a } from '../../shared/model/call';", 'through its index'],
    ['renderer/ui/x.ts', "import { app } from 'electron';", 'must not see Node'],
    ['renderer/ui/x.ts', "import fs from 'fs';", 'must not see Node'],
    ['renderer/ui/x.ts', "import D from 'better-sqlite3';", 'must not see Node'],
    ['renderer/ui/x.ts', "import '../editor/page.css';", 'must not import'],
    ['renderer/ui/x.ts', "import W from '../editor/w.ts?worker';", 'must not import'],
    ['renderer/ui/x.ts', "new URL('../editor/w.ts', import.meta.url);", 'must not import'],
    ['renderer/main.tsx', '', 'no folder of the direction table'],
    ['shared/things/x.ts', '', 'no folder of the direction table'],
    ['renderer/features/x.tsx', '', 'no folder of the direction table'],
  ])('stops %s saying %s', (path, text, reason) => {
    expect(findingsOf(path, text)).toEqual([expect.stringContaining(reason)]);
  });

  it('names the line', () => {
    expect(findingsOf('shared/base/x.ts', "\n\nimport '../rules';")[0]).toContain('x.ts:3 ');
  });

  it('finds electron behind other files', () => {
    const sources = [
      parseSource('electron/cli/cli.ts', "import { pick } from '../files';"),
      parseSource('electron/files/index.ts', "export * from './dialogs';"),
      parseSource('electron/files/dialogs.ts', "import { dialog } from 'electron';"),
    ];
    expect(pathToElectron(sources, 'electron/cli/cli.ts')).toEqual([
      'electron/cli/cli.ts',
      'electron/files/index.ts',
      'electron/files/dialogs.ts',
      'electron',
    ]);
  });
});
