/** An Electron to run: the pinned one where it can be had, else the fallback. */
import { ensureFallbackElectron, fallbackIsPossible } from './fallback-electron.mjs';
import { findPinnedElectron, installPinnedElectron, pinnedVersion } from './pinned-electron.mjs';
import { Stop, say } from './say.mjs';
import { ensureSqliteBinding } from './sqlite-binding.mjs';

const findOrInstall = async () => {
  const onlyFallback = process.env.BDX_RUNTIME === 'fallback';
  if (!onlyFallback) {
    const pinned =
      findPinnedElectron() ?? (await installPinnedElectron({ patient: !fallbackIsPossible }));
    if (pinned !== undefined) return pinned;
  }
  if (fallbackIsPossible) return ensureFallbackElectron();
  throw new Stop(
    `Cần Electron ${pinnedVersion()} nhưng không tải được. Khi có mạng hãy gõ: npx install-electron`,
  );
};

export const ensureElectron = async () => {
  const electron = await findOrInstall();
  await ensureSqliteBinding(electron.kind);
  if (electron.kind === 'fallback') {
    say(`Dùng Electron dự phòng ${electron.version}: chỉ để thử và kiểm tra, không để phát hành.`);
  }
  return electron;
};
