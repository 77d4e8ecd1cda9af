import type { ParagraphBlock, ParagraphFormat, ParagraphRole } from '../../../shared/model';

/** Everything a named style says: what most paragraphs of one role have in common. */
export interface TextLook {
  readonly format: ParagraphFormat;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

const lookOf = (block: ParagraphBlock): TextLook => ({
  format: { ...block.format, pageBreakBefore: false },
  fontSize: block.fontSize,
  bold: block.runs.length > 0 && block.runs.every(({ bold }) => bold),
  italic: block.runs.length > 0 && block.runs.every(({ italic }) => italic),
});

/** The look that most paragraphs share; of equals, the one that comes first. */
const commonest = (looks: readonly TextLook[]): TextLook | undefined => {
  const counts = new Map<string, { readonly look: TextLook; count: number }>();
  for (const look of looks) {
    const key = JSON.stringify(look);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { look, count: 1 });
    else known.count += 1;
  }
  let best: { readonly look: TextLook; readonly count: number } | undefined;
  for (const entry of counts.values())
    if (best === undefined || entry.count > best.count) best = entry;
  return best?.look;
};

export const looksByRole = (
  paragraphs: readonly ParagraphBlock[],
): ReadonlyMap<ParagraphRole, TextLook> => {
  const looks = new Map<ParagraphRole, TextLook>();
  for (const role of new Set(paragraphs.map((block) => block.role))) {
    const look = commonest(paragraphs.filter((block) => block.role === role).map(lookOf));
    if (look !== undefined) looks.set(role, look);
  }
  return looks;
};
