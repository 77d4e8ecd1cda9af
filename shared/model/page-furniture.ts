import { z } from 'zod';

const twips = z.number().finite();

/** A picture on one page. Twips from the top left corner of the paper. */
export const placedPictureSchema = z.strictObject({
  kind: z.enum(['signature', 'seal']),
  /** From 1. */
  page: z.int().min(1),
  x: twips,
  y: twips,
  width: twips,
  height: twips,
  /** The PNG file in base64. */
  png: z.string(),
  /** The paragraph that it stands at. */
  blockId: z.string(),
});
export type PlacedPicture = z.infer<typeof placedPictureSchema>;

/**
 * What stands on pages beside the text and is no part of it: it takes no room and moves no line.
 * Preview, print, PDF and DOCX draw it from this.
 */
export const pageFurnitureSchema = z.strictObject({
  /** Large, light grey, aslant, behind the text: 'BẢN NHÁP'. */
  watermark: z.string().optional(),
  /** In the bottom margin: a line at the left ('Mã bản: 7K3M-Q2XD') and a square code at the right. */
  footer: z.strictObject({ text: z.string(), qr: z.string() }).optional(),
  /** Margins of the text beside which the footer stands; left out: 30 and 20 mm. */
  sides: z.strictObject({ left: twips, right: twips }).optional(),
  /** Signature and seal, in the order they are drawn, over the text. */
  pictures: z.array(placedPictureSchema).optional(),
});
export type PageFurniture = z.infer<typeof pageFurnitureSchema>;
