import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Call } from '../../../shared/model';
import { useWords } from '../../i18n';
import { staleInCall, useLibrary, useNow, vietnamDay } from '../../state';

/** What to verify before relying on a call: our own cautions, and what time has overtaken. */
export const CallWarnings = ({ call }: { call: Call }) => {
  const t = useWords();
  const facts = useLibrary((state) => state.staleFacts);
  const date = vietnamDay(useNow());
  const stale = useMemo(() => staleInCall(call, date, facts), [call, date, facts]);
  const bar = (title: string, lines: readonly string[]) =>
    lines.length > 0 && (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {lines.map((line) => (
            <div key={line} lang="vi">
              {line}
            </div>
          ))}
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <>
      {bar(t('calls.cautions'), call.cautions)}
      {bar(
        t('calls.stale'),
        stale.map(({ message, hint }) => `${message} ${hint}`.trim()),
      )}
    </>
  );
};
