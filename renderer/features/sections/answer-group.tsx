import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { minWidth: 0, margin: 0, padding: 0, border: 'none' },
});

interface AnswerGroupProps {
  sectionId: string;
  className: string;
  onFocus: () => void;
  children: ReactNode;
}

/** The fields of one answer, named by the part's heading. */
export const AnswerGroup = ({ sectionId, className, onFocus, children }: AnswerGroupProps) => {
  const styles = useStyles();
  return (
    <fieldset
      className={mergeClasses(styles.root, className)}
      aria-labelledby={`heading-${sectionId}`}
      onFocus={onFocus}
    >
      {children}
    </fieldset>
  );
};
