import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import type { CourseEntry } from '../../../shared/model';
import { useWords } from '../../i18n';
import { enterCourse, useDossier } from '../../state';
import { announce, readDay } from '../../ui';
import { todayText } from './day-text';
import { EntryField } from './entry-field';
import { usePanelStyles } from './panel-styles';

/** A day that is typed and a button that enters it. */
export const DayEntry = ({
  label,
  action,
  initial,
  children,
  onEnter,
}: {
  label: string;
  action: string;
  /** Undefined: today. */
  initial?: string | undefined;
  children?: ReactNode;
  onEnter: (day: string) => void;
}) => {
  const t = useWords();
  const styles = usePanelStyles();
  const busy = useDossier((state) => state.busy !== null);
  const [text, setText] = useState(() => initial ?? todayText(new Date()));
  const day = readDay(text);
  return (
    <div className={styles.form}>
      <EntryField
        label={label}
        name="day"
        initial={text}
        hint={t('dossier.dayHint')}
        error={day === null ? t('dossier.dayBad') : undefined}
        onChange={setText}
      />
      {children}
      <div>
        <Button
          appearance="primary"
          disabledFocusable={day === null || busy}
          onClick={() => day !== null && !busy && onEnter(day)}
        >
          {action}
        </Button>
      </div>
    </div>
  );
};

/** Enters what happened; the register keeps it. The step shows it then; who hears the screen is told. */
export const useEnter = (record: DossierRecord) => {
  const t = useWords();
  return async (entry: CourseEntry): Promise<boolean> => {
    const done = await enterCourse(record.lead, entry);
    if (done) announce(t('dossier.entered'));
    return done;
  };
};
