import { type ReactNode, useEffect, useState } from 'react';

/** Shows its content only when waiting has become noticeable, so that quick answers do not flicker. */
export const Delayed = ({ children, after = 250 }: { children: ReactNode; after?: number }) => {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return shown ? children : null;
};
