import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

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

/** Words for the ear only; what the eye sees says the same in another way. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={useStyles().root}>{children}</span>
);
