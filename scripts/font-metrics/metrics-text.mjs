/** JSON with one run of code points a line, so that a change of the font reads well as a diff. */
export const metricsText = ({ faces, ...family }) => {
  const faceTexts = Object.entries(faces).map(([face, { advances, ...numbers }]) => {
    const runs = advances.map((run) => `      ${JSON.stringify(run)}`).join(',\n');
    const rest = JSON.stringify(numbers).slice(1, -1);
    return `    ${JSON.stringify(face)}: {${rest}, "advances": [\n${runs}\n    ]}`;
  });
  const head = JSON.stringify(family, null, 2).slice(0, -2);
  return `${head},\n  "faces": {\n${faceTexts.join(',\n')}\n  }\n}\n`;
};
