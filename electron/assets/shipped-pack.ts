import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { assemblePack, type Pack, packSchema } from '../../shared/model';
import { findAssetsFolder } from './find-assets-folder';
import type { ShippedData } from './shipped-data';

const headSchema = packSchema.pick({
  id: true,
  title: true,
  edition: true,
  publishedOn: true,
  validFrom: true,
  validTo: true,
  source: true,
});

/** The shipped data as the pack a store takes in at its first start and after each update. */
export const shippedPack = (data: ShippedData, assets: string = findAssetsFolder()): Pack => {
  const head = headSchema.safeParse(
    JSON.parse(readFileSync(join(assets, 'packs', 'shipped.json'), 'utf8')),
  );
  if (!head.success) throw new Error(`packs/shipped.json: ${z.prettifyError(head.error)}`);
  return assemblePack(head.data, {
    calls: [...data.calls],
    references: [...data.references],
    programmes: [...data.programmes],
    calendarYears: data.calendar.years,
    staleFacts: [...data.staleFacts],
    templates: [...data.templates],
  });
};
