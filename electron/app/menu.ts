import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/ipc';
import type { Words } from './words';

export interface MenuActions {
  /** Something only the window can do. */
  readonly command: (command: MenuCommand) => void;
  readonly openDataFolder: () => void;
  readonly about: () => void;
  readonly quit: () => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The menu bar. Keys that the window handles itself are only shown here: it sees a key first, and
 * what it has handled does not come to the menu.
 */
export const menuTemplate = (
  words: Words,
  { command, openDataFolder, about, quit }: MenuActions,
): MenuItemConstructorOptions[] => {
  const item = (
    label: string,
    name: MenuCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    click: () => command(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  return [
    {
      label: words.file,
      submenu: [
        item(words.newProposal, 'new-proposal', 'CmdOrCtrl+N'),
        item(words.save, 'save', 'CmdOrCtrl+S'),
        SEPARATOR,
        item(words.exportPdf, 'export-pdf', 'CmdOrCtrl+Shift+E'),
        item(words.exportDocx, 'export-docx'),
        item(words.exportBoth, 'export-both'),
        item(words.print, 'print', 'CmdOrCtrl+P'),
        SEPARATOR,
        { label: words.quit, accelerator: 'CmdOrCtrl+Q', click: quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { label: words.undo, role: 'undo' },
        { label: words.redo, role: 'redo' },
        SEPARATOR,
        { label: words.cut, role: 'cut' },
        { label: words.copy, role: 'copy' },
        { label: words.paste, role: 'paste' },
        { label: words.pastePlain, role: 'pasteAndMatchStyle' },
        { label: words.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: words.go,
      submenu: [
        item(words.proposals, 'show-proposals'),
        item(words.calls, 'show-calls'),
        item(words.library, 'show-library'),
        item(words.organisations, 'show-organisations'),
        item(words.settings, 'show-settings'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { label: words.zoomIn, role: 'zoomIn' },
        { label: words.zoomOut, role: 'zoomOut' },
        { label: words.zoomReset, role: 'resetZoom' },
        SEPARATOR,
        { label: words.fullScreen, role: 'togglefullscreen' },
      ],
    },
    {
      label: words.tools,
      submenu: [item(words.check, 'check', 'F7')],
    },
    {
      label: words.help,
      submenu: [
        { label: words.dataFolder, click: openDataFolder },
        SEPARATOR,
        { label: words.about, click: about },
      ],
    },
  ];
};
