import {
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from 'pdf-lib';

export interface DocumentProperties {
  readonly title: string;
  /** '' when nobody is named. */
  readonly author: string;
  /** 'vi-VN'. */
  readonly language: string;
  readonly now: Date;
}

const PROGRAM = 'Bản Đề Xuất';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Seconds are all that the older property list can say; both have to say the same. */
const isoSeconds = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** XMP, part 1; the packet is not padded because nobody edits it in place. */
const xmpOf = ({ title, author, language, now }: DocumentProperties): string => {
  const date = isoSeconds(now);
  const creator =
    author === ''
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
${creator}<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool><pdf:Producer>${PROGRAM}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
};

/** The document information dictionary. `PDFString.of` would cut Vietnamese letters to one byte. */
export const writeInformation = (context: PDFContext, properties: DocumentProperties): PDFRef => {
  const { title, author, now } = properties;
  const information = PDFDict.withContext(context);
  const set = (key: string, value: string): void =>
    information.set(PDFName.of(key), PDFHexString.fromText(value));
  set('Title', title);
  if (author !== '') set('Author', author);
  set('Creator', PROGRAM);
  set('Producer', PROGRAM);
  information.set(PDFName.of('CreationDate'), PDFString.fromDate(now));
  information.set(PDFName.of('ModDate'), PDFString.fromDate(now));
  return context.register(information);
};

/** Not compressed, so that programs which only look for the packet find it. */
export const writeMetadata = (context: PDFContext, properties: DocumentProperties): PDFRef => {
  const bytes = new TextEncoder().encode(xmpOf(properties));
  const entries = { Type: 'Metadata', Subtype: 'XML', Length: bytes.length };
  return context.register(PDFRawStream.of(context.obj(entries), bytes));
};
