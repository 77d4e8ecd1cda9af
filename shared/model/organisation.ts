import { z } from 'zod';
import { organisationValueSchema } from './values';

/** A profile the person fills in once and every later proposal takes over. */
export const organisationProfileSchema = organisationValueSchema.extend({
  id: z.string().min(1),
  isDefault: z.boolean(),
});
export type OrganisationProfile = z.infer<typeof organisationProfileSchema>;
