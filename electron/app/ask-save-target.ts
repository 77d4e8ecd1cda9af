import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';

export interface TargetQuestion {
  readonly title: string;
  readonly button: string;
  readonly folder: string;
  readonly fileName: string;
  /** Without its dot. */
  readonly extension: string;
  /** What the kind of file is called: 'Tệp PDF'. */
  readonly kind: string;
}

/** True when the person agrees that a file that is already there is replaced. */
type AskReplace = (path: string) => Promise<boolean>;

/** Some systems give back the name as typed, without the ending that the program goes by. */
const withExtension = (path: string, extension: string): string =>
  extname(path).toLowerCase() === `.${extension}` ? path : `${path}.${extension}`;

/** Asks where to write; null when the person closed the dialog. The system asks about replacing. */
export const askSaveTarget = async (
  window: BrowserWindow,
  question: TargetQuestion,
  askReplace: AskReplace,
): Promise<string | null> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: question.title,
    buttonLabel: question.button,
    defaultPath: join(question.folder, question.fileName),
    filters: [{ name: question.kind, extensions: [question.extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  const path = withExtension(filePath, question.extension);
  // The system was asked about the name without its ending: this file it knows nothing of.
  if (path !== filePath && existsSync(path) && !(await askReplace(path))) return null;
  return path;
};
