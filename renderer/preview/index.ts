export { PageDrawing } from './page-drawing';
export { PagePreview } from './page-preview';
export { startPaperFace } from './paper-face';
