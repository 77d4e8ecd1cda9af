import { z } from 'zod';
import { callSchema } from './call';
import { civilDateSchema } from './deadline';
import { programmeSchema } from './programme';
import { legalReferenceSchema } from './reference';
import { staleFactSchema } from './stale-fact';
import { templateSchema } from './template';
import { calendarYearSchema } from './working-calendar';

export const PACK_FORMAT = 'ban-de-xuat/pack';
export const PACK_VERSION = 1;

/**
 * What one person hands another on a USB stick: calls, forms, references, tables. `edition` counts
 * up within one `id`; a higher one replaces a lower one except where the user has changed something.
 */
export const packSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  version: z.literal(PACK_VERSION),
  id: z.string().regex(/^[a-z0-9-]{1,80}$/),
  title: z.string().min(1),
  edition: z.int().min(1),
  publishedOn: civilDateSchema,
  /** Days between which the pack is meant to be relied on; null: open. */
  validFrom: civilDateSchema.nullable(),
  validTo: civilDateSchema.nullable(),
  /** Who made it, after which documents. */
  source: z.string().min(1),
  calls: z.array(callSchema).default([]),
  references: z.array(legalReferenceSchema).default([]),
  programmes: z.array(programmeSchema).default([]),
  calendarYears: z.array(calendarYearSchema).default([]),
  staleFacts: z.array(staleFactSchema).default([]),
  templates: z.array(templateSchema).default([]),
});
export type Pack = z.infer<typeof packSchema>;

/** Lists of a pack, with the word for one of their records. */
export const packLists = {
  calls: 'đợt kêu gọi',
  references: 'văn bản',
  programmes: 'chương trình',
  calendarYears: 'bảng ngày nghỉ năm',
  staleFacts: 'điều đã cũ',
  templates: 'mẫu',
} as const;
export type PackList = keyof typeof packLists;
export const packListNames = Object.keys(packLists) as PackList[];

/** Words a person knows a record by. */
export const packRecordTitle = (list: PackList, record: unknown): string => {
  const { title, known, type, number, id } = (record ?? {}) as Record<string, unknown>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  if (list === 'references') {
    return [text(type), text(number) === '' ? text(title) : text(number)].join(' ').trim();
  }
  if (list === 'staleFacts') return text(known);
  return text(title) === '' ? text(id) : text(title);
};
