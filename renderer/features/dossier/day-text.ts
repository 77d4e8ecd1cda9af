/** '20/5/2023' of '2023-05-20'. */
export const showDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Today on this machine's calendar, as it is typed. */
export const todayText = (now: Date): string =>
  `${now.getDate()}/${now.getMonth() + 1}/${now.getFullYear()}`;

/** '10:42' on this machine's clock. */
export const clockText = (now: Date): string => `${two(now.getHours())}:${two(now.getMinutes())}`;
