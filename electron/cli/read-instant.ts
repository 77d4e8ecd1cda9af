import { isCivilDate, ok, type Result, VIETNAM_OFFSET, vietnamWallClock } from '../../shared/base';
import { usageFailure } from './read-arguments';

/**
 * A moment as typed: ISO 8601; without a zone Vietnam's clocks are meant, without an hour the start
 * of the day. `undefined` is the present.
 */
export const readInstant = (text: string | undefined, now: () => Date): Result<Date> => {
  if (text === undefined) return ok(now());
  const whole = isCivilDate(text) ? `${text}T00:00:00` : text;
  const zoned = /(Z|[+-]\d{2}:\d{2})$/u.test(whole) ? whole : `${whole}${VIETNAM_OFFSET}`;
  const date = new Date(zoned);
  if (vietnamWallClock(zoned) === null || Number.isNaN(date.getTime())) {
    return usageFailure(
      `“${text}” không phải một thời điểm.`,
      'Hãy ghi theo ISO 8601, ví dụ 2023-05-10T08:30:00+07:00.',
    );
  }
  return ok(date);
};
