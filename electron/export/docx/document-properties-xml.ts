import { xmlText } from './xml-text';

const PROGRAM = 'Bản Đề Xuất';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface CoreProperties {
  readonly title: string;
  /** '' when nobody is named. */
  readonly author: string;
  readonly language: string;
  readonly now: Date;
}

/** Seconds, as Word writes them; fractions are legal but some readers choke on them. */
const timeOf = (now: Date): string => `${now.toISOString().slice(0, 19)}Z`;

/** docProps/core.xml, ECMA-376 part 2, 11: title, creator and times, which docx takes from its own clock. */
export const coreProperties = ({ title, author, language, now }: CoreProperties): string => {
  const time = timeOf(now);
  const creator = xmlText(author === '' ? PROGRAM : author);
  return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${creator}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified><dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`;
};

/** docProps/app.xml, ECMA-376 part 1, 15.2.12.3: Explorer shows `Pages`, and so do mail programs. */
export const appProperties = (pages: number): string =>
  `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${PROGRAM}</Application><Pages>${pages}</Pages></Properties>`;
