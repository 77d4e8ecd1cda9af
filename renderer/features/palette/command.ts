import { foldText } from '../../../shared/base';
import type { Shortcut } from '../../ui';

/** Something the person can do now. Its title stands in menus, the palette and the help alike. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** Where it belongs, in the person's words; shown beside the title. */
  readonly group: string;
  readonly shortcut?: Shortcut;
  readonly run: () => void;
}

/**
 * Commands in which every typed word stands somewhere; accents and case do not matter. Titles that
 * begin with what was typed come first, the order is kept otherwise.
 */
export const findCommands = (commands: readonly Command[], typed: string): readonly Command[] => {
  const search = foldText(typed);
  if (search === '') return commands;
  const wanted = search.split(' ');
  const hits = commands.flatMap((command) => {
    const title = foldText(command.title);
    const text = `${title} ${foldText(command.group)}`;
    if (!wanted.every((word) => text.includes(word))) return [];
    const starts = title.startsWith(search);
    const wordStarts = ` ${title}`.includes(` ${search}`);
    return [{ command, rank: starts ? 0 : wordStarts ? 1 : 2 }];
  });
  return hits.sort((a, b) => a.rank - b.rank).map(({ command }) => command);
};
