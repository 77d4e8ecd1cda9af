import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus in a part of the window whose buttons go away when they have done their work: the
 * part itself takes it then, so that Escape, Tab and a screen reader go on from there.
 */
export const useKeptFocus = (): RefObject<HTMLDivElement | null> => {
  const part = useRef<HTMLDivElement>(null);
  const wasInside = useRef(false);
  useEffect(() => {
    const look = ({ target }: FocusEvent): void => {
      wasInside.current = target instanceof Node && part.current?.contains(target) === true;
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);
  useEffect(() => {
    const { activeElement, body } = document;
    if (wasInside.current && (activeElement === null || activeElement === body)) {
      part.current?.focus({ preventScroll: true });
    }
  });
  return part;
};
