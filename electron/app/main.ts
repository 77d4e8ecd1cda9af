import { app, dialog } from 'electron';
import { registerAppScheme } from './app-scheme';
import { chooseFolders } from './folders';
import { givenFile } from './given-file';
import { hardenChromium } from './harden-chromium';
import { hardenAllContents } from './harden-contents';
import { limitMemory } from './limit-memory';
import { openLog } from './log';
import { startProgram } from './start-program';

app.setAppUserModelId('vn.bandexuat.app');

const given = app.commandLine.getSwitchValue('user-data-dir');
const folders = chooseFolders({
  platform: process.platform,
  appData: app.getPath('appData'),
  localAppData: process.env['LOCALAPPDATA'],
  given: given === '' ? undefined : given,
});
app.setPath('userData', folders.settings);
app.setPath('sessionData', folders.session);

const log = openLog(folders.logs);
process.on('uncaughtException', (error) => log.error('uncaught exception', error));
process.on('unhandledRejection', (error) => log.error('unhandled rejection', error));

// One program for one data folder: a second start only brings the first one's window to the front.
// What the second one was asked to open goes along: the system may reorder its words.
const opened = givenFile(process.argv.slice(1), process.cwd());
if (app.requestSingleInstanceLock({ opened })) {
  hardenChromium(app);
  limitMemory(app);
  registerAppScheme();
  hardenAllContents(app);
  app
    .whenReady()
    .then(() => startProgram({ folders, log, opened }))
    .catch((error: unknown) => {
      log.error('the program did not start', error);
      dialog.showErrorBox(
        'Bản Đề Xuất không mở được',
        `Hãy cài lại chương trình từ bộ cài chính thức; dữ liệu của bạn vẫn còn nguyên.\n\nNhật ký lỗi: ${folders.logs}`,
      );
      app.exit(1);
    });
} else {
  app.quit();
}
