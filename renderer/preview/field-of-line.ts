import type { Line, Template } from '../../shared/model';

const PRINTED_LINE = /:line(\d+)$/;
const ITEM = /:item(\d+)$/;

/** The field whose answer a printed line of a form shows; null where it shows none of its own. */
export const fieldOfLine = (line: Line, template: Template): string | null => {
  const item = ITEM.exec(line.blockId)?.[1];
  if (item !== undefined) return item;
  const section = template.sections.find(({ id }) => id === line.section);
  const printed = PRINTED_LINE.exec(line.blockId)?.[1];
  if (section === undefined || printed === undefined) return null;
  if (section.kind === 'text') return 'text';
  const parts = section.lines[Number(printed)]?.parts ?? [];
  for (const part of parts) {
    if (!('field' in part)) continue;
    return FIRST_INPUT[part.field] ?? part.field;
  }
  return null;
};

/** Fields that are put together from others lead to the first of those. */
const FIRST_INPUT: Readonly<Record<string, string>> = { period: 'from', totalInWords: 'total' };
