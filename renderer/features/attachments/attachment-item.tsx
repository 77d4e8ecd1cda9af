import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Delete20Regular, Open20Regular, SaveArrowRight20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { AttachmentRecord } from '../../../shared/ipc';
import { fileSize, relativeTime, useWords } from '../../i18n';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    '&:not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  words: { display: 'grid', gap: '2px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  actions: { display: 'flex', alignItems: 'center' },
});

interface AttachmentItemProps {
  file: AttachmentRecord;
  busy: boolean;
  readOnly: boolean;
  onOpen: () => void;
  onSaveAs: () => void;
  onRemove: () => void;
}

export const AttachmentItem = ({
  file,
  busy,
  readOnly,
  onOpen,
  onSaveAs,
  onRemove,
}: AttachmentItemProps) => {
  const t = useWords();
  const styles = useStyles();
  const action = (
    label: 'attached.open' | 'attached.saveAs' | 'attached.remove',
    icon: ReactElement,
    run: () => void,
  ) => (
    <Button
      appearance="subtle"
      icon={icon}
      title={t(label)}
      aria-label={`${t(label)}: ${file.name}`}
      disabledFocusable={busy}
      onClick={() => {
        if (!busy) run();
      }}
    />
  );
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.quiet} title={`SHA-256 ${file.sha256}`}>
          {[fileSize(file.bytes), relativeTime(file.at, new Date(), t)].join(' · ')}
        </span>
      </div>
      <div className={styles.actions}>
        {action('attached.open', <Open20Regular />, onOpen)}
        {action('attached.saveAs', <SaveArrowRight20Regular />, onSaveAs)}
        {!readOnly && action('attached.remove', <Delete20Regular />, onRemove)}
      </div>
    </li>
  );
};
