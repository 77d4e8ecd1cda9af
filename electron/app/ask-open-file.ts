import { type BrowserWindow, dialog } from 'electron';

export interface OpenQuestion {
  readonly title: string;
  readonly button: string;
  readonly folder: string;
  /** Without their dots. */
  readonly extensions: readonly string[];
  /** What the kind of file is called. */
  readonly kind: string;
}

/** Asks for one file to read; null when the person closed the dialog. */
export const askOpenFile = async (
  window: BrowserWindow,
  question: OpenQuestion,
): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: question.title,
    buttonLabel: question.button,
    defaultPath: question.folder,
    filters: [{ name: question.kind, extensions: [...question.extensions] }],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
};
