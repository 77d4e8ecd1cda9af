/**
 * The advances once more, as the program wants them: a text is looked up letter by letter and nothing
 * is read that it does not have. Of a face, the runs of neighbouring code points as [first, how many,
 * first, how many, …], and all their advances in one string, two digits each, to the base 57: '#' to
 * '[' need no escape in JSON or JavaScript.
 */
const BASE = 57;
const FIRST_DIGIT = '#'.charCodeAt(0);

const digit = (value) => String.fromCharCode(FIRST_DIGIT + value);

const twoDigits = (advance) => {
  if (!Number.isInteger(advance) || advance < 0 || advance >= BASE ** 2) {
    throw new RangeError(`an advance of ${advance} does not go into two digits`);
  }
  return digit(Math.floor(advance / BASE)) + digit(advance % BASE);
};

const packedFace = ({ advances }) => ({
  runs: advances.flatMap(([first, ...widths]) => [first, widths.length]),
  advances: advances.flatMap(([, ...widths]) => widths.map(twoDigits)).join(''),
});

export const packedText = ({ unitsPerEm, ascent, descent, lineGap, faces }) => {
  const texts = Object.entries(faces).map(([name, face]) => {
    const { runs, advances } = packedFace(face);
    return `    ${JSON.stringify(name)}: {\n      "runs": ${JSON.stringify(runs)},\n      "advances": ${JSON.stringify(advances)}\n    }`;
  });
  const head = JSON.stringify({ unitsPerEm, ascent, descent, lineGap }, null, 2).slice(0, -2);
  return `${head},\n  "faces": {\n${texts.join(',\n')}\n  }\n}\n`;
};
