/** Bytes that tell which turn wrote them and whether they are all there. */
export const fileContent = (turn: number): Buffer =>
  Buffer.from(`${turn} ${'nang cao nang suat '.repeat(200 + (turn % 7) * 120)}${turn}`, 'latin1');
