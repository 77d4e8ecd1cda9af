import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/base';

interface FailureBarProps {
  title?: string;
  failure: Pick<Failure, 'message'> & { where?: string | undefined; hint?: string | undefined };
  children?: ReactNode;
  intent?: 'error' | 'warning';
}

/** A failure at the place where it happened: what, where, what to do, and the buttons to do it. */
export const FailureBar = ({ title, failure, children, intent = 'error' }: FailureBarProps) => (
  <MessageBar intent={intent} layout="multiline" politeness="assertive">
    <MessageBarBody>
      {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
      {[failure.message, failure.hint]
        .filter((part) => part !== undefined && part !== '')
        .join(' ')}
    </MessageBarBody>
    {children !== undefined && <MessageBarActions>{children}</MessageBarActions>}
  </MessageBar>
);
