/**
 * Text as XML can hold it: without what XML 1.0 (2.2) forbids even as a reference. The words of a
 * paper were checked before; this is for titles and names, which reach the file's properties only.
 */
export const xmlText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
