/**
 * Pages as a decimal are shown and printed to two places, everywhere by this one rule: cut off, so
 * that 4.996 is not called 5.00 while there is room left, but 5.004 must not look like 5 either.
 * Gives hundredths of a page.
 */
export const pageHundredths = (fill: number): number => {
  // A sum of heights that is a whole page but for the last bits is a whole page.
  const slack = 1e-6;
  const whole = Math.floor(fill * 100 + slack);
  return whole % 100 === 0 && fill > whole / 100 + slack ? whole + 1 : whole;
};
