import { err, failure, ok, type Result } from '../base';
import { type DossierData, dossierDataSchema } from './dossier';
import { shapeFaults } from './shape-faults';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const composed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, composed(item)]));
};

/**
 * What somebody wrote of a dossier, over what is known already: each named part replaces the words it
 * names and keeps the others. Fails with `dossier-shape`; every text of the result is NFC.
 */
export const parseDossier = (raw: unknown, known: DossierData): Result<DossierData> => {
  const typed = composed(raw);
  const start: Readonly<Record<string, unknown>> = known;
  const merged = isRecord(typed)
    ? {
        ...start,
        ...Object.fromEntries(
          Object.entries(typed).map(([key, value]) => {
            const before = Object.hasOwn(start, key) ? start[key] : undefined;
            return [key, isRecord(before) && isRecord(value) ? { ...before, ...value } : value];
          }),
        ),
      }
    : typed;
  const parsed = dossierDataSchema.safeParse(merged);
  if (parsed.success) return ok(parsed.data);
  const [first] = shapeFaults(parsed.error);
  const where = first?.where === undefined || first.where === '' ? 'ngoài cùng' : first.where;
  return err(
    failure('dossier-shape', `Dữ liệu hồ sơ sai khuôn: ${first?.sentence ?? 'không đọc được.'}`, {
      where,
      hint: 'Hãy sửa mục này rồi thử lại.',
    }),
  );
};
