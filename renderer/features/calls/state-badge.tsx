import { Badge } from '@fluentui/react-components';
import type { CallEntry } from '../../state';

const COLOURS = { open: 'success', near: 'warning', closed: 'subtle' } as const;

/** How a call stands today. */
export const StateBadge = ({ report }: Pick<CallEntry, 'report'>) => {
  const state = report?.state;
  if (state === null || state === undefined) return null;
  return (
    <Badge
      appearance={state.state === 'closed' ? 'outline' : 'filled'}
      color={state.state === 'closed' ? 'informative' : COLOURS[state.state]}
      data-call-state={state.state}
    >
      {state.label}
    </Badge>
  );
};
