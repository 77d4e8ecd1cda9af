/** A screen without glass for tests: Xvfb on a display number that it chooses itself. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Stop } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Runs `work` with an environment that has a display. */
export const withDisplay = async (work) => {
  if (process.platform !== 'linux' || process.env.DISPLAY) return work(process.env);
  await ensureSystemPackages('display');
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const stop = () => server.kill();
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(130));
  }
  try {
    const answer = await Promise.race([
      once(server.stdio[3], 'data'),
      once(server, 'exit').then(() => undefined),
    ]);
    if (answer === undefined) throw new Stop('Không khởi động được Xvfb.');
    const display = `:${String(answer[0]).trim()}`;
    return await work({ ...process.env, DISPLAY: display });
  } finally {
    process.off('exit', stop);
    stop();
  }
};
