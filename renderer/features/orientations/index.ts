export { OrientationsPanel } from './orientations-panel';
