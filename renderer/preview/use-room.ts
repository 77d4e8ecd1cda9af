import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Room } from './zoom';

/** The inner size of an element, kept up to date; null before it is known. */
export const useRoom = (element: RefObject<HTMLElement | null>): Room | null => {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = watched;
      setRoom((before) =>
        before?.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return room;
};
