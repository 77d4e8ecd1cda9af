/** Draws assets/icons/*.png and icon.ico from the two SVG files. Run with the Node of node_modules. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from './bring-up/ensure-display.mjs';
import { ensureElectron } from './bring-up/ensure-electron.mjs';
import { inProject } from './bring-up/paths.mjs';
import { mustRun } from './bring-up/run-command.mjs';
import { runMain, say } from './bring-up/say.mjs';
import { icoOf } from './icons/write-ico.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
const LARGEST_SIMPLE = 32;

const icons = (...parts) => inProject('assets', 'icons', ...parts);
const pngOf = (size) => icons('png', `${size}x${size}.png`);

await runMain(async () => {
  const { executable } = await ensureElectron();
  const work = mkdtempSync(join(tmpdir(), 'bdx-icons-'));
  mkdirSync(icons('png'), { recursive: true });
  const jobs = SIZES.map((size) => ({
    svg: icons(size <= LARGEST_SIMPLE ? 'icon-small.svg' : 'icon.svg'),
    size,
    png: pngOf(size),
  }));
  jobs.push({ svg: icons('icon.svg'), size: 1024, png: icons('icon.png') });
  writeFileSync(join(work, 'jobs.json'), JSON.stringify(jobs));
  try {
    await withDisplay((env) =>
      mustRun(
        executable,
        [
          inProject('scripts', 'icons', 'painter'),
          `--user-data-dir=${work}`,
          '--disable-gpu',
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ],
        { quiet: true, env: { ...env, BDX_ICON_JOBS: join(work, 'jobs.json') } },
        'Không vẽ được biểu tượng.',
      ),
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  writeFileSync(
    icons('icon.ico'),
    icoOf(ICO_SIZES.map((size) => ({ size, png: readFileSync(pngOf(size)) }))),
  );
  say('Đã vẽ xong các biểu tượng trong assets/icons.');
});
