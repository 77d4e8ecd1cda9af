import type { RichTextDoc, SectionValue } from '../../../shared/model';
import type { SectionChange } from './protocol';

export const isRichTextValue = (value: SectionValue | undefined): value is RichTextDoc =>
  typeof value === 'object' && 'type' in value && value.type === 'doc';

/**
 * The difference of two values. The editor keeps the objects of untouched paragraphs, so one
 * keystroke in a long section is one block, found by comparing objects and not their content.
 */
export const changeBetween = (
  before: SectionValue | undefined,
  after: SectionValue,
): SectionChange => {
  if (!isRichTextValue(before) || !isRichTextValue(after)) return { kind: 'value', value: after };
  const old = before.content ?? [];
  const now = after.content ?? [];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  if (head === 0 && tail === 0) return { kind: 'value', value: after };
  return {
    kind: 'blocks',
    at: head,
    remove: old.length - head - tail,
    insert: now.slice(head, now.length - tail),
  };
};

/** The value after a change. Untouched blocks stay the same objects. */
export const applyChange = (
  before: SectionValue | undefined,
  change: SectionChange,
): SectionValue => {
  if (change.kind === 'value') return change.value;
  if (!isRichTextValue(before)) throw new Error('a change of blocks needs a rich text to change');
  const old = before.content ?? [];
  if (change.at < 0 || change.remove < 0 || change.at + change.remove > old.length) {
    throw new RangeError('a change of blocks lies outside the text');
  }
  return {
    type: 'doc',
    content: [
      ...old.slice(0, change.at),
      ...change.insert,
      ...old.slice(change.at + change.remove),
    ],
  };
};
