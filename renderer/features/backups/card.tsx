import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
});

interface CardProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One matter of the page: a heading, what is so, what can be done. */
export const Card = ({ title, actions, children }: CardProps) => {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={title}>
      <Text as="h2" size={400} weight="semibold">
        {title}
      </Text>
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  );
};
