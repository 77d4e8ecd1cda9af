import type { Rectangle } from 'electron';
import type { WindowPlace } from './settings';

export const SMALLEST = { width: 900, height: 600 } as const;
const USUAL = { width: 1440, height: 900 } as const;
/** So much of a window must lie on a display for a person to find and move it. */
const SEEN = 120;

const overlap = (fromA: number, sizeA: number, fromB: number, sizeB: number): number =>
  Math.min(fromA + sizeA, fromB + sizeB) - Math.max(fromA, fromB);

const isSeenOn = (place: Rectangle, area: Rectangle): boolean =>
  overlap(place.x, place.width, area.x, area.width) >= SEEN &&
  overlap(place.y, place.height, area.y, area.height) >= SEEN &&
  // The title bar must not lie above the display.
  place.y >= area.y - 8;

/**
 * Where the window opens: where it was, if a display still is there, else the usual size in the
 * middle. `areas` are the displays without their task bars, the first one is the main display.
 */
export const windowBounds = (
  kept: WindowPlace | null,
  areas: readonly Rectangle[],
): { readonly bounds: Partial<Rectangle>; readonly maximized: boolean } => {
  const area = areas[0] ?? { x: 0, y: 0, ...USUAL };
  const sizeWithin = (width: number, height: number, within: Rectangle) => ({
    width: Math.min(width, within.width),
    height: Math.min(height, within.height),
  });
  if (kept !== null) {
    for (const one of areas) {
      // A display may have become smaller: what counts is what of the window is seen on it now.
      const place = { x: kept.x, y: kept.y, ...sizeWithin(kept.width, kept.height, one) };
      if (isSeenOn(place, one)) return { bounds: place, maximized: kept.maximized };
    }
  }
  const size = sizeWithin(kept?.width ?? USUAL.width, kept?.height ?? USUAL.height, area);
  // A small display is wholly needed: three panes stand side by side.
  const small = area.width < USUAL.width || area.height < USUAL.height;
  return { bounds: size, maximized: kept?.maximized ?? small };
};
