export { PagePreview } from './page-preview';
export { startPaperFace } from './paper-face';
