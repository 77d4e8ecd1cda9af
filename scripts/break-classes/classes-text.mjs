/** Code points below stand in a part of their own: most texts need no other. */
const NEAR = 0x2100;
const CODE_POINTS = 0x110000;
const FIRST_LETTER = 'A'.charCodeAt(0);

/** A run is a letter, 'A' for class 0, and how many code points it has when these are more than one. */
const runText = ([first, index], next) =>
  String.fromCharCode(FIRST_LETTER + index) + (next - first === 1 ? '' : next - first);

const partText = (runs, end) =>
  runs.map((run, at) => runText(run, runs[at + 1]?.[0] ?? end)).join('');

/** The JSON as it is shipped. */
export const classesText = ({ unicode, names, runs }) => {
  const split = runs.findLastIndex(([first]) => first <= NEAR);
  const [, indexAtSplit] = runs[split];
  const near = runs.slice(0, split + (runs[split][0] === NEAR ? 0 : 1));
  const far = [[NEAR, indexAtSplit], ...runs.slice(split + 1)];
  const data = {
    unicode,
    names,
    near: { from: 0, runs: partText(near, NEAR) },
    far: { from: NEAR, runs: partText(far, CODE_POINTS) },
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};
