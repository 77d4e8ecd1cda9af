import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFolders } from '../../../electron/app/folders';
import { SMALLEST, windowBounds } from '../../../electron/app/window-bounds';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };

describe('where the window opens', () => {
  it('is the middle of the main display the first time', () => {
    const { bounds, maximized } = windowBounds(null, [SCREEN]);
    expect(bounds).toEqual({ width: 1440, height: 900 });
    expect(maximized).toBe(false);
  });

  it('fills a small display', () => {
    expect(windowBounds(null, [{ x: 0, y: 0, width: 1366, height: 728 }])).toEqual({
      bounds: { width: 1366, height: 728 },
      maximized: true,
    });
  });

  it('is where it was', () => {
    const kept = { x: 100, y: 50, width: 1200, height: 800, maximized: true };
    expect(windowBounds(kept, [SCREEN])).toEqual({
      bounds: { x: 100, y: 50, width: 1200, height: 800 },
      maximized: true,
    });
  });

  it('is on a display that exists when the other one was unplugged', () => {
    const kept = { x: 2500, y: 50, width: 1200, height: 800, maximized: false };
    expect(windowBounds(kept, [SCREEN]).bounds).toEqual({ width: 1200, height: 800 });
  });

  it('can always be reached and never exceeds its display', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: SMALLEST.width, max: 4000 }),
      height: fc.integer({ min: SMALLEST.height, max: 3000 }),
    });
    fc.assert(
      fc.property(
        fc.array(rectangle, { minLength: 1, maxLength: 4 }),
        fc.option(
          fc.record({
            x: fc.integer({ min: -9000, max: 9000 }),
            y: fc.integer({ min: -9000, max: 9000 }),
            width: fc.integer({ min: 1, max: 9000 }),
            height: fc.integer({ min: 1, max: 9000 }),
            maximized: fc.boolean(),
          }),
        ),
        (areas, kept) => {
          const { bounds } = windowBounds(kept, areas);
          const { x, y, width = 0, height = 0 } = bounds;
          expect(areas.some((area) => width <= area.width && height <= area.height)).toBe(true);
          if (x === undefined || y === undefined) return;
          const seen = areas.some(
            (area) =>
              Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= 100 &&
              y >= area.y - 8 &&
              y < area.y + area.height,
          );
          expect(seen || width < 120 || height < 120).toBe(true);
        },
      ),
    );
  });
});

describe('the folders', () => {
  const windows = {
    platform: 'win32' as const,
    appData: join('C:', 'Users', 'Lan', 'AppData', 'Roaming'),
    localAppData: join('C:', 'Users', 'Lan', 'AppData', 'Local'),
    given: undefined,
  };

  it('keep words and caches of Windows on this machine; only settings may travel', () => {
    const folders = chooseFolders(windows);
    expect(folders.settings).toBe(join(windows.appData, 'ban-de-xuat'));
    expect(folders.data).toBe(join(windows.localAppData, 'ban-de-xuat', 'data'));
    expect(folders.session).toBe(join(windows.localAppData, 'ban-de-xuat', 'chromium'));
    expect(folders.logs).toBe(join(windows.localAppData, 'ban-de-xuat', 'logs'));
  });

  it('are one on Linux', () => {
    const folders = chooseFolders({ ...windows, platform: 'linux', appData: '/home/lan/.config' });
    expect(folders).toEqual({
      settings: '/home/lan/.config/ban-de-xuat',
      session: '/home/lan/.config/ban-de-xuat',
      data: '/home/lan/.config/ban-de-xuat/data',
      logs: '/home/lan/.config/ban-de-xuat/logs',
    });
  });

  it('all lie in the folder that was given, on Windows too', () => {
    const folders = chooseFolders({ ...windows, given: '/mnt/thử' });
    expect(Object.values(folders).every((folder) => folder.startsWith('/mnt/thử'))).toBe(true);
  });

  it('do without a local folder where Windows names none', () => {
    const folders = chooseFolders({ ...windows, localAppData: '' });
    expect(folders.data).toBe(join(windows.appData, 'ban-de-xuat', 'data'));
  });
});
