import { A4 } from '../../shared/base';
import type { Preferences } from '../../shared/ipc';

export type Zoom = Preferences['previewZoom'];

/** CSS pixels of a twip at 100 %. */
export const PIXELS_A_TWIP = 96 / 1440;

/** Around and between the sheets, in CSS pixels. */
export const SHEET_GAP = 20;
export const MARGIN = 16;

/** Steps of the zoom buttons, as parts of the real size. */
export const ZOOM_STEPS = [
  0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3,
] as const;
const LEAST = ZOOM_STEPS[0];
const MOST = 3;
const HAIR = 1e-3;

export const clampZoom = (zoom: number): number => Math.min(MOST, Math.max(LEAST, zoom));

export interface Room {
  readonly width: number;
  readonly height: number;
}

interface Paper {
  readonly width: number;
  readonly height: number;
}

/** The part of the real size that a choice comes to in a given room. */
export const scaleOf = (zoom: Zoom, room: Room, paper: Paper = A4): number => {
  if (typeof zoom === 'number') return clampZoom(zoom);
  const across = (room.width - 2 * MARGIN) / (paper.width * PIXELS_A_TWIP);
  if (zoom === 'fit-width') return clampZoom(across);
  const down = (room.height - 2 * MARGIN) / (paper.height * PIXELS_A_TWIP);
  return clampZoom(Math.min(across, down));
};

/** The next step from any scale, also from one between the steps. */
export const nextZoom = (scale: number, direction: 1 | -1): number => {
  const steps = direction === 1 ? ZOOM_STEPS : [...ZOOM_STEPS].reverse();
  const next = steps.find((step) => (step - scale) * direction > HAIR);
  return next ?? clampZoom(scale);
};
