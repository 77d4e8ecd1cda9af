/** '20/5/2023' of '2023-05-20'; '' of anything else. */
export const shortDate = (day: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (match === null) return '';
  const [, year = '', month = '', date = ''] = match;
  return `${Number(date)}/${Number(month)}/${year}`;
};
