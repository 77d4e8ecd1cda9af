export { markdownToRichText } from './markdown/markdown-to-rich-text';
