import { type FoldedText, findFolded, foldWithOffsets, isCivilDate, type TextRange } from '../base';
import type { LegalReference, ReferenceConflict } from '../model';

const two = (value: string): string => value.padStart(2, '0');

/** As official letters write it: 11/01/2021, 31/8/2020, 08/8/2024 (Nghị định 30/2020/NĐ-CP). */
export const officialDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
};

const isLaw = ({ type }: LegalReference): boolean =>
  ['luật', 'bộ luật', 'pháp lệnh'].includes(type.toLowerCase());

export interface Citation {
  readonly text: string;
  /** What the person must know before relying on the citation; empty when all is well. */
  readonly cautions: readonly string[];
}

const readingValue = (conflict: ReferenceConflict, value: string): string =>
  conflict.field === 'date' && isCivilDate(value) ? officialDate(value) : value;

const conflictWords: Readonly<Record<ReferenceConflict['field'], string>> = {
  number: 'số',
  date: 'ngày',
  issuer: 'nơi ban hành',
  title: 'trích yếu',
};

const shortName = (reference: LegalReference): string =>
  reference.number === null || isLaw(reference)
    ? `${reference.type} ${reference.title ?? ''}`.trim()
    : `${reference.type} số ${reference.number}`;

const conflictSentence = (reference: LegalReference, conflict: ReferenceConflict): string => {
  const readings = conflict.readings.map(
    ({ value, where }) => `${readingValue(conflict, value)} (${where})`,
  );
  const preferred = readingValue(conflict, conflict.preferred);
  const what = conflictWords[conflict.field];
  return `${shortName(reference)} được ghi ${what} không thống nhất: ${readings.join('; ')}. Đang dùng ${preferred}. ${conflict.note}`;
};

const cautionsOf = (reference: LegalReference): string[] => {
  const cautions = reference.conflicts.map((conflict) => conflictSentence(reference, conflict));
  const { state, note } = reference.validity;
  if (state !== 'in-force') {
    cautions.push(note === '' ? 'Chưa rõ còn hiệu lực hay không: cần kiểm tra.' : note);
  }
  if (!reference.verified) {
    cautions.push('Số, ngày hoặc trích yếu chưa đọc trong văn bản: cần kiểm tra với bản gốc.');
  }
  return cautions;
};

/**
 * Words to put into a text. `full` is for the first mention: type, number, date, issuer, title (a
 * law: type, title and date only); `short` for later ones: type and number. What the record does
 * not know is left out, not invented.
 */
export const formatCitation = (reference: LegalReference, form: 'full' | 'short'): Citation => {
  const cautions = cautionsOf(reference);
  if (form === 'short') return { text: shortName(reference), cautions };
  const { date, issuer, title } = reference;
  const parts = [shortName(reference)];
  if (date !== null) parts.push(`ngày ${officialDate(date)}`);
  if (!isLaw(reference)) {
    if (issuer !== null) parts.push(`của ${issuer}`);
    if (title !== null && reference.number !== null) parts.push(title);
  }
  return { text: parts.join(' '), cautions };
};

export interface CitationHit extends TextRange {
  readonly reference: string;
  /** The number as it stands in the text. */
  readonly text: string;
  /** The date written behind the number, 'YYYY-MM-DD'; null where none stands there. */
  readonly date: string | null;
}

/** 'ngày 10/02/2021' or 'ngày 10 tháng 02 năm 2021', right behind a number, in folded text. */
const DATE_BEHIND =
  /^,? ?ngay (\d{1,2})(?: ?[/.-] ?| thang )(\d{1,2})(?: ?[/.-] ?| nam )(\d{4})(?!\d)/u;

/** First folded unit that starts at or after an offset of the original; the starts only rise. */
const foldedIndex = ({ starts }: FoldedText, original: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < original) low = middle + 1;
    else high = middle;
  }
  return low;
};

const dateBehind = (text: FoldedText, original: number): string | null => {
  const at = foldedIndex(text, original);
  const match = DATE_BEHIND.exec(text.folded.slice(at, at + 60));
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  const date = `${year}-${two(month)}-${two(day)}`;
  return isCivilDate(date) ? date : null;
};

/** Every mention of a known number, in the order of the text. */
export const findCitations = (
  text: string,
  references: readonly LegalReference[],
): CitationHit[] => {
  const folded = foldWithOffsets(text);
  const seen = new Set<string>();
  return references
    .flatMap((reference) =>
      [...(reference.number === null ? [] : [reference.number]), ...reference.variants].flatMap(
        (number) =>
          findFolded(folded, number).map((range) => ({
            ...range,
            reference: reference.id,
            text: text.slice(range.from, range.to),
            date: dateBehind(folded, range.to),
          })),
      ),
    )
    .filter(({ reference, from }) => {
      // A variant may be found where the number itself was.
      const key = `${reference}@${from}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
};

export interface CitationProblem extends CitationHit {
  /**
   * `conflict`: the sources disagree; `date-differs`: the text has another date than the record;
   * `not-in-force`: replaced, ended or historical; `unverified`.
   */
  readonly problem: 'conflict' | 'date-differs' | 'not-in-force' | 'unverified';
  readonly sentence: string;
}

const problemsOf = (hit: CitationHit, reference: LegalReference): CitationProblem[] => {
  const found: CitationProblem[] = reference.conflicts.map((conflict) => ({
    ...hit,
    problem: 'conflict',
    sentence: conflictSentence(reference, conflict),
  }));
  const readings = reference.conflicts
    .filter(({ field }) => field === 'date')
    .flatMap((conflict) => conflict.readings.map(({ value }) => value));
  const known = [reference.date, ...readings];
  if (hit.date !== null && reference.date !== null && !known.includes(hit.date)) {
    found.push({
      ...hit,
      problem: 'date-differs',
      sentence: `${shortName(reference)} ở đây ghi ngày ${officialDate(hit.date)}, trong danh mục văn bản là ngày ${officialDate(reference.date)}: hãy đối chiếu với bản gốc.`,
    });
  }
  const { state, note } = reference.validity;
  if (state === 'replaced' || state === 'ended' || state === 'historical') {
    found.push({ ...hit, problem: 'not-in-force', sentence: `${shortName(reference)}: ${note}` });
  }
  if (!reference.verified) {
    found.push({
      ...hit,
      problem: 'unverified',
      sentence: `${shortName(reference)} chưa đọc được trong văn bản gốc: cần kiểm tra số, ngày và trích yếu.`,
    });
  }
  return found;
};

/** What is wrong or doubtful about the citations in `text`, in the order of the text. */
export const citationProblems = (
  text: string,
  references: readonly LegalReference[],
): CitationProblem[] => {
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  return findCitations(text, references).flatMap((hit) => {
    const reference = byId.get(hit.reference);
    return reference === undefined ? [] : problemsOf(hit, reference);
  });
};
