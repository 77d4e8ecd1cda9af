/**
 * The paper's own face: the very files the PDF embeds, served by the window's origin. The name is
 * ours, so that a face of the machine with another version cannot slip in.
 */
const FAMILY = 'Ban De Xuat Serif';

const FACES = [
  { file: 'liberation-serif-regular', weight: '400', style: 'normal' },
  { file: 'liberation-serif-bold', weight: '700', style: 'normal' },
  { file: 'liberation-serif-italic', weight: '400', style: 'italic' },
  { file: 'liberation-serif-bold-italic', weight: '700', style: 'italic' },
] as const;

let started = false;

/** Makes the face known to the page, once. */
export const startPaperFace = (): void => {
  if (started) return;
  started = true;
  for (const { file, weight, style } of FACES) {
    const source = `url(/fonts/${file}.ttf) format("truetype")`;
    const face = new FontFace(FAMILY, source, { weight, style, display: 'block' });
    document.fonts.add(face);
    // A missing file shows in the paper's looks at once; there is nothing to wait for.
    face.load().catch(() => undefined);
  }
};
