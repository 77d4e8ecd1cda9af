/**
 * The form prints its headings in capitals; in lists they are read faster as a sentence. Only the
 * case changes, never the words.
 */
export const shortHeading = (heading: string): string => {
  const plain = heading.replace(/\s*:\s*$/, '').trim();
  const shouted = plain === plain.toLocaleUpperCase('vi');
  const lower = shouted ? plain.toLocaleLowerCase('vi') : plain;
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
};
