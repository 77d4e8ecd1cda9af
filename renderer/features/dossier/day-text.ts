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

/** '20/5/2023 09:15' of '2023-05-20T09:15:00+07:00': as the signature says it, in its own zone. */
export const signTime = (signedAt: string): string => {
  const [, year, month, day, clock] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(signedAt) ?? [];
  return year === undefined ? signedAt : `${Number(day)}/${Number(month)}/${year} ${clock}`;
};
