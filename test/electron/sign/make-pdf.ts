import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { degrees, PDFDocument } from 'pdf-lib';

export const FONT: Uint8Array = readFileSync(
  new URL('../../../assets/fonts/liberation-serif-regular.ttf', import.meta.url),
);

/** A small document as the exporter could have written it. */
export const makePdf = async ({
  objectStreams = false,
  pages = 2,
  rotate = 0,
} = {}): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(FONT, { subset: true });
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([595.28, 841.89]);
    page.setRotation(degrees(rotate));
    page.drawText(`Bản đề xuất, trang ${number}: tổng kinh phí 1.000.000 đồng`, {
      font,
      x: 60,
      y: 700,
      size: 14,
    });
  }
  return document.save({ useObjectStreams: objectStreams });
};
