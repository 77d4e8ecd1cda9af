import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { z } from 'zod';
import { type Preferences, preferencesSchema } from '../../shared/ipc';

/** Outer bounds in screen pixels that do not depend on the display's scale. */
const windowPlaceSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

const DEFAULTS: Preferences = {
  language: 'vi',
  theme: 'system',
  panes: [19, 47, 34],
  previewZoom: 'fit-width',
  outlineCollapsed: false,
  sidePanel: 'preview',
  lastProposalId: null,
};

/** Window and preferences only; a person's words never lie in this file. */
export interface Settings {
  readonly preferences: () => Preferences;
  readonly setPreferences: (patch: Partial<Preferences>) => Preferences;
  readonly windowPlace: () => WindowPlace | null;
  readonly setWindowPlace: (place: WindowPlace) => void;
}

/** Each preference is read by itself: one that an older or newer version wrote costs only itself. */
const readPreferences = (kept: unknown): Preferences => {
  const values: Record<string, unknown> =
    typeof kept === 'object' && kept !== null ? { ...kept } : {};
  const sound = Object.entries(preferencesSchema.shape).flatMap(([name, shape]) => {
    const parsed = shape.safeParse(values[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...DEFAULTS, ...Object.fromEntries(sound) };
};

export const openSettings = (folder: string): Settings => {
  const file = new ElectronStore({ name: 'settings', cwd: folder, clearInvalidConfig: true });
  // It also answers any window that asks where the settings lie; ours have one door only.
  ipcMain.removeAllListeners('electron-store-get-data');
  const preferences = (): Preferences => readPreferences(file.get('preferences'));
  return {
    preferences,
    setPreferences: (patch) => {
      const next = { ...preferences(), ...patch };
      file.set('preferences', next);
      return next;
    },
    windowPlace: () => {
      const parsed = windowPlaceSchema.safeParse(file.get('window'));
      return parsed.success ? parsed.data : null;
    },
    setWindowPlace: (place) => file.set('window', place),
  };
};
