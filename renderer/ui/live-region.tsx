import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

const listeners = new Set<(text: string) => void>();

/** Read out by a screen reader when it has finished its sentence. */
export const announce = (text: string): void => {
  for (const listener of listeners) listener(text);
};

/** Stands once in the window. */
export const LiveRegion = () => {
  const styles = useStyles();
  const [text, setText] = useState('');
  useEffect(() => {
    listeners.add(setText);
    return () => {
      listeners.delete(setText);
    };
  }, []);
  return (
    <div className={styles.root} role="status" aria-live="polite">
      {text}
    </div>
  );
};
