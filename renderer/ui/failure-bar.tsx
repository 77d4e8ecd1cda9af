import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/base';

const useStyles = makeStyles({
  flush: { flexShrink: 0, borderRadius: 0, borderInlineStyle: 'none', borderTopStyle: 'none' },
});

interface FailureBarProps {
  title?: string;
  failure: Pick<Failure, 'message'> & { where?: string | undefined; hint?: string | undefined };
  children?: ReactNode;
  intent?: 'error' | 'warning';
  /** A strip from edge to edge of the window instead of a box in a column. */
  flush?: boolean;
}

/** A failure at the place where it happened: what, where, what to do, and the buttons to do it. */
export const FailureBar = ({
  title,
  failure,
  children,
  intent = 'error',
  flush = false,
}: FailureBarProps) => {
  const styles = useStyles();
  const bar = (
    <MessageBar
      intent={intent}
      layout={flush ? 'auto' : 'multiline'}
      politeness="assertive"
      {...(flush ? { className: styles.flush } : {})}
    >
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        {[failure.message, failure.hint]
          .filter((part) => part !== undefined && part !== '')
          .join(' ')}
      </MessageBarBody>
      {children !== undefined && <MessageBarActions>{children}</MessageBarActions>}
    </MessageBar>
  );
  // A strip stands outside every other part of the window, so it is a part of its own.
  return flush ? <section aria-label={title ?? failure.message}>{bar}</section> : bar;
};
