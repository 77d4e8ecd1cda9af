/**
 * Who may import whom. This is the table of ARCHITECTURE.md; change both together.
 * A unit is a folder (or the file renderer/bridge.ts) that others use through its index only.
 */

const SHARED = [
  'shared/base',
  'shared/model',
  'shared/templates',
  'shared/layout',
  'shared/rules',
  'shared/ipc',
] as const;

const ELECTRON_LEAVES = [
  'electron/assets',
  'electron/store',
  'electron/export',
  'electron/import',
  'electron/files',
  'electron/sign',
] as const;

const RENDERER_GROUND = ['renderer/i18n', 'renderer/ui', 'renderer/bridge'] as const;
const RENDERER_PARTS = ['renderer/editor', 'renderer/preview'] as const;

/** One folder a user task, side by side: what two of them share belongs further left. */
export const FEATURES = 'renderer/features';

export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/base': [],
  'shared/model': ['shared/base'],
  'shared/templates': ['shared/base', 'shared/model'],
  'shared/layout': ['shared/base', 'shared/model', 'shared/templates'],
  'shared/rules': ['shared/base', 'shared/model', 'shared/templates', 'shared/layout'],
  'shared/ipc': ['shared/base', 'shared/model'],

  'electron/assets': SHARED,
  'electron/store': SHARED,
  'electron/export': SHARED,
  'electron/import': SHARED,
  'electron/files': SHARED,
  'electron/sign': SHARED,
  'electron/ipc': [...SHARED, ...ELECTRON_LEAVES],
  'electron/app': [...SHARED, ...ELECTRON_LEAVES, 'electron/ipc'],
  'electron/cli': [...SHARED, ...ELECTRON_LEAVES],
  'electron/preload': SHARED,

  'renderer/i18n': SHARED,
  'renderer/ui': [...SHARED, 'renderer/i18n'],
  'renderer/bridge': SHARED,
  'renderer/state': [...SHARED, ...RENDERER_GROUND],
  'renderer/editor': [...SHARED, ...RENDERER_GROUND, 'renderer/state'],
  'renderer/preview': [...SHARED, ...RENDERER_GROUND, 'renderer/state'],
  [FEATURES]: [...SHARED, ...RENDERER_GROUND, ...RENDERER_PARTS, 'renderer/state'],
  'renderer/app': [...SHARED, ...RENDERER_GROUND, ...RENDERER_PARTS, 'renderer/state', FEATURES],
};

/** The contract may name shapes of the units beside it, but run none of their code. */
export const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = {
  'shared/ipc': ['shared/templates', 'shared/layout', 'shared/rules'],
};

/** Packages that a layer may use. `undefined`: any that is not forbidden below. */
export const PACKAGES_OF_SHARED: readonly string[] = ['zod', 'qrcode-generator'];

/** Only these may talk to Electron; the rest of the main side is plain Node and runs without it. */
export const MAY_USE_ELECTRON: readonly RegExp[] = [
  /^electron\/app\//,
  /^electron\/preload\//,
  /^electron\/ipc\/dispatch\.ts$/,
];

export const unitOf = (path: string): string | undefined => {
  const parts = path.split('/');
  const [layer, folder, feature] = parts;
  if (path.startsWith('renderer/bridge.')) return 'renderer/bridge';
  if (parts.length < 3) return undefined;
  const unit = `${layer}/${folder}`;
  if (unit === FEATURES) return parts.length > 3 ? `${FEATURES}/${feature}` : undefined;
  return MAY_IMPORT[unit] === undefined ? undefined : unit;
};

/** The row of the table that speaks about a unit. */
export const rowOf = (unit: string): string => (unit.startsWith(`${FEATURES}/`) ? FEATURES : unit);
