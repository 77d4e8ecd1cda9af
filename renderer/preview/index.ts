export { FurnitureBehind, FurnitureInFront } from './furniture-drawing';
export { PageDrawing } from './page-drawing';
export { PagePreview } from './page-preview';
export { startPaperFace } from './paper-face';
