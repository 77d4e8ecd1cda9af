import { afterEach, beforeEach } from 'vitest';

/** For a file whose tests go on from each other: after one that failed the rest would only fail slowly. */
export const tellOneStory = (): void => {
  let isBroken = false;
  beforeEach(({ skip }) => {
    if (isBroken) skip();
  });
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail';
  });
};
