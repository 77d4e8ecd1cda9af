import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PanelLeftContract20Regular, PanelLeftExpand20Regular } from '@fluentui/react-icons';
import { useDeferredValue } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useWords } from '../../i18n';
import { sectionStatus, useChecks, useOpenProposal, usePageCount } from '../../state';
import { shortHeading } from '../../ui';
import { OutlineItem } from './outline-item';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexShrink: 0,
    height: '40px',
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalXS}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  headSmall: { justifyContent: 'center', paddingInline: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalM}`,
    overflowY: 'auto',
    flex: 1,
  },
});

interface OutlineProps {
  /** Numerals and dots only, where the window is narrow. */
  small: boolean;
  onToggle: (() => void) | null;
  current: string | null;
}

/** The parts of the form: what is empty, begun or wrong, and how much room each one takes. */
export const Outline = ({ small, onToggle, current }: OutlineProps) => {
  const t = useWords();
  const styles = useStyles();
  const toggleLabel = small ? t('workspace.expandOutline') : t('workspace.collapseOutline');
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.head, small && styles.headSmall)}>
        {!small && t('workspace.outline')}
        {onToggle !== null && (
          <Button
            appearance="subtle"
            size="small"
            icon={small ? <PanelLeftExpand20Regular /> : <PanelLeftContract20Regular />}
            aria-label={toggleLabel}
            title={toggleLabel}
            aria-expanded={!small}
            onClick={onToggle}
          />
        )}
      </div>
      <Parts small={small} current={current} />
    </div>
  );
};

const Parts = ({ small, current }: Pick<OutlineProps, 'small' | 'current'>) => {
  const styles = useStyles();
  const template = useOpenProposal((state) => state.template);
  const { findings } = useChecks();
  // Drawn again when a status changes, not at each key.
  const statuses = useOpenProposal(
    useShallow(({ values }) =>
      (template?.sections ?? []).map((section) =>
        sectionStatus(section, values[section.id], findings),
      ),
    ),
  );
  // The count in the status bar comes first; what each part has of it may be a moment later.
  const shares = useDeferredValue(usePageCount(({ sections }) => sections));
  if (template === null) return null;
  return (
    <ol className={styles.list}>
      {template.sections.map(({ id, numeral, heading }, at) => {
        const share = shares.find(({ section }) => section === id);
        return (
          <li key={id}>
            <OutlineItem
              section={id}
              numeral={numeral}
              heading={shortHeading(heading)}
              status={statuses[at] ?? 'empty'}
              percent={share === undefined ? null : Math.round(share.share * 100)}
              lines={share?.lines ?? 0}
              isCurrent={id === current}
              small={small}
            />
          </li>
        );
      })}
    </ol>
  );
};
