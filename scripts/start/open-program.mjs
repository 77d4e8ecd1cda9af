import { spawn } from 'node:child_process';
import { hasDisplay } from '../bring-up/ensure-display.mjs';
import { ensureElectron } from '../bring-up/ensure-electron.mjs';
import { projectRoot } from '../bring-up/paths.mjs';
import { runMain, Stop, say } from '../bring-up/say.mjs';
import { ensureSystemPackages } from '../bring-up/system-packages.mjs';
import { ensureBuild } from '../build/ensure-build.mjs';

const EARLY_END_MS = 5_000;

const NO_DISPLAY = [
  'Máy này không có màn hình (DISPLAY trống) nên không mở được cửa sổ.',
  'Chương trình vẫn dùng được bằng dòng lệnh, ví dụ:',
  '    npm run --silent cli -- templates',
  '    npm run --silent cli -- export BAN-DE-XUAT.json --out out-pdf',
].join('\n');

/** Chromium refuses to run as root with its sandbox; containers often have no other user. */
const switchesHere = () => {
  if (process.getuid?.() !== 0) return [];
  say('Đang chạy bằng tài khoản root: lớp cách ly (sandbox) của Chromium bị tắt cho lần chạy này.');
  say('Chỉ nên làm vậy trong máy thử; khi làm việc thật hãy dùng tài khoản thường.');
  return ['--no-sandbox'];
};

const open = (executable, args) =>
  new Promise((resolve, reject) => {
    const start = Date.now();
    const child = spawn(executable, args, { stdio: 'inherit', cwd: projectRoot });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && Date.now() - start < EARLY_END_MS && process.platform === 'linux') {
        say('Chương trình dừng ngay khi mở. Nếu ở trên nói tới "SUID sandbox", máy này cấm');
        say('user namespaces: hãy cho phép chúng, hoặc gán quyền cho tệp chrome-sandbox:');
        const helper = executable.replace(/[^/]+$/, 'chrome-sandbox');
        say(`    sudo chown root ${helper} && sudo chmod 4755 ${helper}`);
      }
      resolve(code ?? 1);
    });
  });

await runMain(async () => {
  if (!hasDisplay()) throw new Stop(NO_DISPLAY);
  await ensureSystemPackages('window');
  await ensureBuild(process.execPath);
  const { executable } = await ensureElectron();
  say('Mở Bản Đề Xuất.');
  return open(executable, [projectRoot, ...switchesHere(), ...process.argv.slice(2)]);
});
