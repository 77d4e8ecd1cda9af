import qrcode from 'qrcode-generator';
import type { Page } from '../../shared/model';
import type { PageFurniture } from '../export';

/** As the PDF draws them, in twips: the printed sheet and the file show the same. */
const WATERMARK_SPAN = 0.62;
const WATERMARK_HEIGHT = 0.22;
/** Width of a capital's letter against its size, near enough to stay inside the diagonal. */
const LETTER = 0.72;
const FOOTER_SIZE = 160;
const QR_SIDE = 720;
const FOOTER_LIFT = 200;
/** Side margins of the code, 30 and 20 mm like those of the papers. */
const LEFT = 1701;
const RIGHT = 1134;

const n = (value: number): string => String(Math.round(value * 100) / 100);

const watermarkMarkup = (words: string, { width, height }: Page): string => {
  const diagonal = Math.hypot(width, height);
  const size = Math.min(
    (diagonal * WATERMARK_SPAN) / (words.length * LETTER),
    width * WATERMARK_HEIGHT,
  );
  const angle = (-Math.atan2(height, width) * 180) / Math.PI;
  return `<text transform="translate(${n(width / 2)} ${n(height / 2)}) rotate(${n(angle)})" y="${n(size * 0.33)}" text-anchor="middle" font-size="${n(size)}" font-weight="700" class="watermark">${words}</text>`;
};

const codeMarkup = ({ text, qr }: NonNullable<PageFurniture['footer']>, page: Page): string => {
  const code = qrcode(0, 'M');
  code.addData(qr, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const module = QR_SIDE / count;
  const left = page.width - RIGHT - QR_SIDE;
  const top = page.height - FOOTER_LIFT - QR_SIDE;
  const squares: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue;
      squares.push(
        `M${n(left + column * module)} ${n(top + row * module)}h${n(module)}v${n(module)}h-${n(module)}z`,
      );
    }
  }
  const words = `<text x="${LEFT}" y="${n(top + QR_SIDE / 2)}" font-size="${FOOTER_SIZE}">${text}</text>`;
  return `${words}<path d="${squares.join('')}" fill="#000"/>`;
};

/** What stands behind the text of a printed page, and what in front of it. */
export const furnitureMarkup = (
  { watermark, footer }: PageFurniture,
  page: Page,
): { readonly behind: string; readonly inFront: string } => ({
  behind: watermark === undefined ? '' : watermarkMarkup(watermark, page),
  inFront: footer === undefined ? '' : codeMarkup(footer, page),
});
