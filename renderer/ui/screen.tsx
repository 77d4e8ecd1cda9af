import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', outlineStyle: 'none' },
  inner: {
    boxSizing: 'border-box',
    maxWidth: '1180px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXL} clamp(16px, 3vw, 40px) ${tokens.spacingVerticalXXXL}`,
  },
  narrow: { maxWidth: '860px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalL,
  },
  titles: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  intro: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ScreenProps {
  title: string;
  intro?: string;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** A page of the main navigation: one heading, its actions, one column. */
export const Screen = ({ title, intro, actions, narrow = false, children }: ScreenProps) => {
  const styles = useStyles();
  return (
    <main id="main" data-pane="main" className={styles.root} tabIndex={-1}>
      <div className={mergeClasses(styles.inner, narrow && styles.narrow)}>
        <header className={styles.head}>
          <div className={styles.titles}>
            <Text as="h1" size={700} weight="semibold">
              {title}
            </Text>
            {intro !== undefined && <Text className={styles.intro}>{intro}</Text>}
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </main>
  );
};
