import type { Finding, LegalReference, StaleFact } from '../model';
import { citationProblems } from './citations';
import { matchStaleFacts } from './stale-facts';

/** Words of one place: a section's plain text, the organisation's address, a call's letter. */
export interface PlacedText {
  /** The place in the person's words: 'Mục II. Tính cấp thiết'. */
  readonly where: string;
  readonly section: string | null;
  readonly field: string | null;
  readonly text: string;
}

const oncePerSentence = (findings: readonly Finding[]): Finding[] => {
  const seen = new Set<string>();
  return findings.filter(({ where, message }) => {
    const key = `${where}\n${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** `stale-fact`: words that were right once and are not on `date` ('YYYY-MM-DD'). */
export const checkStaleFacts = (
  texts: readonly PlacedText[],
  date: string,
  facts: readonly StaleFact[],
): Finding[] => {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return oncePerSentence(
    texts.flatMap(({ where, section, field, text }) =>
      matchStaleFacts(text, date, facts).map((hit) => {
        const fact = byId.get(hit.fact);
        return {
          code: 'stale-fact',
          severity: 'warning' as const,
          where,
          message: `“${hit.text}”: ${fact?.known ?? hit.sentence}`,
          hint: fact?.verify ?? '',
          section,
          field,
        };
      }),
    ),
  );
};

/** `citation-conflict`: the sources of a cited document disagree, or the text's date differs. */
export const checkCitations = (
  texts: readonly PlacedText[],
  references: readonly LegalReference[],
): Finding[] =>
  oncePerSentence(
    texts.flatMap(({ where, section, field, text }) =>
      citationProblems(text, references)
        .filter(({ problem }) => problem === 'conflict' || problem === 'date-differs')
        .map(({ sentence }) => ({
          code: 'citation-conflict',
          severity: 'warning' as const,
          where,
          message: sentence,
          hint: 'Hãy đối chiếu với bản gốc rồi sửa chỗ dẫn, hoặc sửa bản ghi trong danh mục văn bản.',
          section,
          field,
        })),
    ),
  );
