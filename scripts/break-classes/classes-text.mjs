const CODE_POINTS = 0x110000;
const FIRST_LETTER = 'A'.charCodeAt(0);

/**
 * Most texts need no other classes than these: Latin, and the Vietnamese letters with the punctuation
 * behind them. They stand in parts of their own beside the whole.
 */
const PARTS = { latin: [0, 0x300], vietnamese: [0x1e00, 0x2100], all: [0, CODE_POINTS] };

/** A run is a letter, 'A' for class 0, and how many code points it has when these are more than one. */
const runText = (index, count) =>
  String.fromCharCode(FIRST_LETTER + index) + (count === 1 ? '' : count);

const partText = (runs, [from, to]) =>
  runs
    .map(([first, index], at) => {
      const begin = Math.max(first, from);
      const end = Math.min(runs[at + 1]?.[0] ?? CODE_POINTS, to);
      return begin < end ? runText(index, end - begin) : '';
    })
    .join('');

/** The JSON as it is shipped. */
export const classesText = ({ unicode, names, runs }) => {
  const parts = Object.fromEntries(
    Object.entries(PARTS).map(([name, [from, to]]) => [
      name,
      { from, to, runs: partText(runs, [from, to]) },
    ]),
  );
  return `${JSON.stringify({ unicode, names, parts }, null, 2)}\n`;
};
