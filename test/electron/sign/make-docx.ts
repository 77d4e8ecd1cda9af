import { Document, Packer, Paragraph, TextRun } from 'docx';

/** A small document as the exporter could have written it. */
export const makeDocx = async (
  text = 'Bản đề xuất: tổng kinh phí 1.000.000 đồng',
): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      title: 'Bản đề xuất',
      sections: [{ children: [new Paragraph({ children: [new TextRun(text)] })] }],
    }),
  );
