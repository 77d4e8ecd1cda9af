import { randomUUID } from 'node:crypto';
import { BrowserWindow, type WebContents } from 'electron';
import { err, ok, type Result } from '../../shared/base';
import type { IpcFailure } from '../../shared/ipc';
import type { PageFurniture, PageList } from '../../shared/model';
import { securePreferences } from './main-window';
import { ORIGIN } from './origin';
import { printDocument } from './print-document';

const FAILED: IpcFailure = {
  code: 'print-failed',
  message: 'Chưa in được vì hệ thống in của máy báo lỗi.',
  hint: 'Kiểm tra máy in đã bật và đã chọn trong hộp thoại in, rồi in lại; hoặc kết xuất PDF và in từ trình đọc PDF.',
};

/** What Chromium says when the person closes the system's dialog. */
const CANCELLED = /cancell?ed/i;

/** Letters in another font would stand elsewhere: better no paper than a wrong one. */
const fontsAreThere = (contents: WebContents): Promise<unknown> =>
  contents.executeJavaScript(
    `document.fonts.ready.then(() => [...document.fonts].every(({ status }) => status !== 'error' && status !== 'loading'))`,
  );

const askPrinter = (
  contents: WebContents,
  landscape: boolean,
): Promise<Result<boolean, IpcFailure>> =>
  new Promise((resolve) => {
    contents.print(
      {
        silent: false,
        printBackground: true,
        pageSize: 'A4',
        landscape,
        margins: { marginType: 'none' },
      },
      (printed, reason) => {
        if (printed) resolve(ok(true));
        else resolve(CANCELLED.test(reason) ? ok(false) : err(FAILED));
      },
    );
  });

export type PrintPages = (
  parent: BrowserWindow,
  pages: PageList,
  title: string,
  furniture?: PageFurniture,
) => Promise<Result<boolean, IpcFailure>>;

/**
 * Prints from a hidden window that shows nothing but the pages. `passing` is where the app scheme
 * finds the page while the window needs it.
 */
export const createPrinter =
  (passing: Map<string, (nonce: string) => string>): PrintPages =>
  async (parent, pages, title, furniture = {}) => {
    const address = `/print/${randomUUID()}`;
    passing.set(address, (nonce) => printDocument(pages, title, nonce, furniture));
    // Owned by the main window, so that the system's dialog opens above it.
    const window = new BrowserWindow({
      parent,
      show: false,
      title,
      webPreferences: { ...securePreferences, devTools: false },
    });
    try {
      await window.loadURL(`${ORIGIN}${address}`);
      if ((await fontsAreThere(window.webContents)) !== true) return err(FAILED);
      const [first] = pages.pages;
      const landscape = first !== undefined && first.width > first.height;
      return await askPrinter(window.webContents, landscape);
    } finally {
      passing.delete(address);
      if (!window.isDestroyed()) window.destroy();
    }
  };
