/**
 * The advances once more, in letters: a fifth of the size, and nothing is read that no text asks for.
 * A number is so many digits to the base 57, '#' to '[', which need no escape in JSON or JavaScript. A
 * face is a row of runs: first code point in three digits, how many in two, two for each advance.
 */
const BASE = 57;
const FIRST_DIGIT = '#'.charCodeAt(0);

const digits = (value, count) => {
  if (!Number.isInteger(value) || value < 0 || value >= BASE ** count) {
    throw new RangeError(`${value} does not go into ${count} digits`);
  }
  let text = '';
  let rest = value;
  for (let at = 0; at < count; at += 1) {
    text = String.fromCharCode(FIRST_DIGIT + (rest % BASE)) + text;
    rest = Math.floor(rest / BASE);
  }
  return text;
};

const packedFace = ({ advances }) =>
  advances
    .map(
      ([first, ...widths]) =>
        digits(first, 3) +
        digits(widths.length, 2) +
        widths.map((width) => digits(width, 2)).join(''),
    )
    .join('');

export const packedText = ({ unitsPerEm, ascent, descent, lineGap, faces }) => {
  const packed = Object.fromEntries(
    Object.entries(faces).map(([name, face]) => [name, packedFace(face)]),
  );
  return `${JSON.stringify({ unitsPerEm, ascent, descent, lineGap, faces: packed }, null, 2)}\n`;
};
