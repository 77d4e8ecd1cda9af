import { err, failure, foldText, ok, type Result } from '../base';
import { CALL_FORMAT, type Call, callSchema } from './call';
import { type ShapeFault, shapeFaults } from './shape-faults';

const normalised = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalised(item)]));
  }
  return value;
};

const orientationIds = (call: Call): string[] => {
  const idsOf = (orientations: Call['orientations']): string[] =>
    orientations.flatMap(({ id, children }) => [id, ...idsOf(children)]);
  return idsOf(call.orientations);
};

/** What a schema cannot say: words must stand where a reader or a rule needs them. */
const faultsOf = (call: Call): ShapeFault[] => {
  const faults: ShapeFault[] = [];
  const wants = (where: string, text: string, sentence: string): void => {
    if (text === '') faults.push({ where, sentence });
  };
  wants('title', call.title, 'Hãy ghi tên đợt kêu gọi.');
  wants('issuer', call.issuer, 'Hãy ghi cơ quan ban hành.');
  for (const [index, { name }] of call.recipients.entries()) {
    wants(`recipients[${index}].name`, name, 'Hãy ghi tên nơi nhận.');
  }
  const ids = orientationIds(call);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    faults.push({ where: 'orientations', sentence: `Hai định hướng cùng mang mã ${twice}.` });
  }
  return faults;
};

/**
 * A call as a person entered it: texts trimmed and in NFC, then checked. The error lists every
 * fault, so that a form can mark each field.
 */
export const parseCall = (value: unknown): Result<Call, readonly ShapeFault[]> => {
  const parsed = callSchema.safeParse(normalised(value));
  if (!parsed.success) return err(shapeFaults(parsed.error));
  const faults = faultsOf(parsed.data);
  return faults.length === 0 ? ok(parsed.data) : err(faults);
};

/** The same as one failure, for a door that shows one sentence. */
export const callFailure = (faults: readonly ShapeFault[]): Result<never> => {
  const [first] = faults;
  return err(
    failure('call-invalid', `Đợt kêu gọi chưa ghi được: ${first?.sentence ?? ''}`, {
      ...(first === undefined ? {} : { where: first.where }),
      hint: 'Hãy sửa các ô đã nêu rồi ghi lại.',
    }),
  );
};

const LONGEST_ID = 60;

/** A fresh id of small letters, digits and dashes, readable where the words allow it. */
export const freshCallId = (words: string, taken: ReadonlySet<string>): string => {
  const slug = foldText(words)
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/gu, '');
  const stem = slug === '' ? 'dot' : slug;
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
  return id;
};

/** The call an empty form starts with; `date` ('YYYY-MM-DD') stands for both its days. */
export const draftCall = (id: string, date: string): Call =>
  callSchema.parse({
    format: CALL_FORMAT,
    version: 1,
    id,
    number: null,
    date,
    issuer: '',
    level: 'city',
    programme: '',
    title: '',
    round: null,
    recipients: [{ name: '', address: '', deadline: null, note: '' }],
    deadline: { date, hour: null, wording: '', inclusive: false },
    contacts: [],
    templates: [],
    orientations: [],
    portals: [],
    letter: [],
    corrections: [],
    cautions: [],
  });
