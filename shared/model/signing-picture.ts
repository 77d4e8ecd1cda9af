import { z } from 'zod';

export const signingPictureKinds = ['signature', 'seal'] as const;
export type SigningPictureKind = (typeof signingPictureKinds)[number];

/** A picture of a signature or a seal, as a person chose it. A picture signs nothing. */
export const signingPictureSchema = z.strictObject({
  /** The PNG file in base64. */
  png: z.string(),
  /** Pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  addedAt: z.iso.datetime(),
  /** What a person should know of it: that it is not blue, not red … */
  notes: z.array(z.string()),
});
export type SigningPicture = z.infer<typeof signingPictureSchema>;

/** Seals of enterprises are mostly 36 mm wide. */
export const USUAL_SEAL_DIAMETER = 36;
export const sealDiameterSchema = z.number().min(20).max(60);

export const sealPictureSchema = signingPictureSchema.extend({
  /** Real diameter in millimetres. */
  diameter: sealDiameterSchema,
});
export type SealPicture = z.infer<typeof sealPictureSchema>;

/** Pictures that an export puts into the room for signature and seal. */
export interface SigningPictures {
  readonly signature: SigningPicture | null;
  readonly seal: SealPicture | null;
}
