/**
 * Lengths never travel as bare numbers. The page engine works in twips (1/20 pt) because Word and
 * LibreOffice do; fractions of a twip are kept, nothing is rounded unless a layout rule says so.
 */
export type Twip = number & { readonly __unit: 'twip' };
export type Pt = number & { readonly __unit: 'pt' };
export type Mm = number & { readonly __unit: 'mm' };

export const twip = (value: number): Twip => value as Twip;
export const pt = (value: number): Pt => value as Pt;
export const mm = (value: number): Mm => value as Mm;

const TWIPS_PER_PT = 20;
const TWIPS_PER_MM = 1440 / 25.4;

export const ptToTwip = (value: Pt): Twip => twip(value * TWIPS_PER_PT);
export const twipToPt = (value: Twip): Pt => pt(value / TWIPS_PER_PT);
export const mmToTwip = (value: Mm): Twip => twip(value * TWIPS_PER_MM);
export const twipToMm = (value: Twip): Mm => mm(value / TWIPS_PER_MM);

/** DOCX stores whole twips; the engine uses the same whole numbers so that both agree. */
export const mmToWholeTwip = (value: Mm): Twip => twip(Math.round(value * TWIPS_PER_MM));
export const ptToWholeTwip = (value: Pt): Twip => twip(Math.round(value * TWIPS_PER_PT));

/** A4 portrait as Word writes it: 11906 × 16838 twips. */
export const A4 = { width: twip(11906), height: twip(16838) } as const;
