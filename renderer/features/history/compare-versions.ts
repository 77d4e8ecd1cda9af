import type { RevisionWords } from '../../../shared/ipc';
import {
  compareValues,
  isUnchanged,
  type LineChange,
  type TemplateSection,
} from '../../../shared/model';

/** One part of the proposal in two versions. */
export interface SectionComparison {
  readonly id: string;
  /** null: not a part of the form (the proposal's name, its style). */
  readonly section: TemplateSection | null;
  readonly changes: readonly LineChange[];
  readonly unchanged: boolean;
}

export const TITLE = 'title';
export const STYLE = 'style';

const part = (
  id: string,
  section: TemplateSection | null,
  before: unknown,
  after: unknown,
): SectionComparison => {
  const changes = compareValues(before, after);
  return { id, section, changes, unchanged: isUnchanged(changes) };
};

/** Name, parts in the order of the form, style; then what the form has no place for any more. */
export const compareVersions = (
  before: RevisionWords,
  after: RevisionWords,
  sections: readonly TemplateSection[],
): SectionComparison[] => {
  const known = new Set(sections.map(({ id }) => id));
  const others = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])]
    .filter((id) => !known.has(id))
    .sort();
  return [
    part(TITLE, null, before.title, after.title),
    ...sections.map((section) =>
      part(section.id, section, before.values[section.id], after.values[section.id]),
    ),
    ...others.map((id) => part(id, null, before.values[id], after.values[id])),
    part(STYLE, null, before.style, after.style),
  ];
};

export interface ChangeCounts {
  readonly added: number;
  readonly removed: number;
}

/** Stretches that came and that went, over all parts. */
export const countChanges = (parts: readonly SectionComparison[]): ChangeCounts => {
  const words = parts.flatMap(({ changes }) => changes.flatMap((change) => change.words));
  return {
    added: words.filter(({ kind }) => kind === 'added').length,
    removed: words.filter(({ kind }) => kind === 'removed').length,
  };
};

/** A line to show, or a run of equal lines that is folded away. */
export type ShownLine =
  | { readonly kind: 'line'; readonly change: LineChange }
  | { readonly kind: 'fold'; readonly lines: number };

/** Equal lines next to a change stay for context. */
const CONTEXT = 1;

export const foldEqualLines = (changes: readonly LineChange[]): ShownLine[] => {
  const near = changes.map((_, at) =>
    changes.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  );
  const shown: ShownLine[] = [];
  changes.forEach((change, at) => {
    const last = shown.at(-1);
    if (near[at]) shown.push({ kind: 'line', change });
    else if (last?.kind === 'fold')
      shown[shown.length - 1] = { kind: 'fold', lines: last.lines + 1 };
    else shown.push({ kind: 'fold', lines: 1 });
  });
  return shown;
};
