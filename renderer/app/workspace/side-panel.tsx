import {
  Button,
  CounterBadge,
  makeStyles,
  mergeClasses,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { ChecksPanel } from '../../features/checks';
import { GuidancePanel } from '../../features/guidance';
import { OrientationsPanel } from '../../features/orientations';
import { useWords } from '../../i18n';
import { PagePreview } from '../../preview';
import { useChecks } from '../../state';
import { CrashSheet } from '../crash-sheet';
import { ErrorBoundary } from '../error-boundary';
import type { SideTab } from './use-side-panel';

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    overflow: 'hidden',
    containerType: 'inline-size',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '40px',
    paddingInlineEnd: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { minWidth: 0 },
  tab: {
    paddingInline: tokens.spacingHorizontalM,
    '@container (max-width: 470px)': { paddingInline: tokens.spacingHorizontalSNudge },
  },
  badge: { marginInlineStart: tokens.spacingHorizontalXS },
  body: { flex: 1, minHeight: 0 },
});

interface SidePanelProps {
  tab: SideTab;
  section: string | null;
  onTab: (tab: SideTab) => void;
  onClose: () => void;
  className?: string;
}

/** Beside the text: its pages, what the checks say, what the form says. */
export const SidePanel = ({ tab, section, onTab, onClose, className }: SidePanelProps) => {
  const t = useWords();
  const styles = useStyles();
  const { error, warning } = useChecks(({ groups }) => groups);
  const problems = error.length + warning.length;
  const content = () => {
    switch (tab) {
      case 'preview':
        return <PagePreview />;
      case 'checks':
        return <ChecksPanel />;
      case 'guidance':
        return <GuidancePanel section={section} />;
      case 'orientations':
        return <OrientationsPanel />;
    }
  };
  return (
    <aside
      className={mergeClasses(styles.root, className)}
      aria-label={t('workspace.side')}
      data-pane="side"
    >
      <div className={styles.head}>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={tab}
          onTabSelect={(_, data) => onTab(data.value as SideTab)}
        >
          <Tab className={styles.tab} id="side-tab-preview" value="preview">
            {t('workspace.tabPreview')}
          </Tab>
          <Tab className={styles.tab} id="side-tab-checks" value="checks">
            {t('workspace.tabChecks')}
            {problems > 0 && (
              <CounterBadge
                className={styles.badge}
                size="small"
                color={error.length > 0 ? 'danger' : 'informative'}
                count={problems}
              />
            )}
          </Tab>
          <Tab className={styles.tab} id="side-tab-guidance" value="guidance">
            {t('workspace.tabGuidance')}
          </Tab>
          <Tab className={styles.tab} id="side-tab-orientations" value="orientations">
            {t('workspace.tabOrientations')}
          </Tab>
        </TabList>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss20Regular />}
          aria-label={t('workspace.hideSide')}
          title={t('workspace.hideSide')}
          onClick={onClose}
        />
      </div>
      <div className={styles.body} role="tabpanel" aria-labelledby={`side-tab-${tab}`}>
        <ErrorBoundary key={tab} fallback={(again) => <CrashSheet onAgain={again} />}>
          {content()}
        </ErrorBoundary>
      </div>
    </aside>
  );
};
