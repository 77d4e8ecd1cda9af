import { dayNumber, officialHour, weekdayAndDate } from '../../shared/base';

/** '17 giờ 00 thứ Sáu 19/5/2023' of an instant on Vietnam's clocks. */
export const momentWords = (instant: string): string =>
  `${officialHour(instant.slice(11, 16))} ${weekdayAndDate(dayNumber(instant.slice(0, 10)))}`;

/** '20/5/2023', or '8/2024' where the letter leaves the day open. */
export const dateWords = (date: string): string => date.split('-').reverse().map(Number).join('/');
