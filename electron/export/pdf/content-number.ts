/** A number as content streams write it: at most `digits` decimals, never with an exponent. */
export const contentNumber = (value: number, digits = 3): string => {
  const scale = 10 ** digits;
  const rounded = Math.round(value * scale) / scale;
  return Object.is(rounded, -0) ? '0' : String(rounded);
};

export const TWIPS_PER_POINT = 20;
