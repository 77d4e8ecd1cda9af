import type { Line } from '../../shared/model';
import { goToField, useOpenProposal } from '../state';
import { fieldOfLine } from './field-of-line';
import { offsetAt } from './line-place';

/** Takes the caret to the words of a line: to the letter at `x` (twips), else to its beginning. */
export const goToLine = (line: Line, x: number | null = null): void => {
  if (line.section === null) return;
  const { template } = useOpenProposal.getState();
  const kind = template?.sections.find(({ id }) => id === line.section)?.kind;
  if (kind === 'richText' && line.source !== null && line.role !== 'heading') {
    const { path } = line.source;
    const offset = x === null ? line.from : offsetAt(line, x);
    goToField(line.section, null, path.length === 0 ? null : { path, offset });
    return;
  }
  goToField(line.section, template === null ? null : fieldOfLine(line, template));
};
