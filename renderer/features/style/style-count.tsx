import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { pagesText, useWords } from '../../i18n';
import { usePageCount } from '../../state';
import { fullnessOf, linesSentence } from '../../ui';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontVariantNumeric: 'tabular-nums',
  },
  over: { color: tokens.colorStatusDangerForeground1 },
});

/** What the style does to the count, while it is being chosen. */
export const StyleCount = () => {
  const t = useWords();
  const styles = useStyles();
  const count = usePageCount();
  if (count.phase !== 'ready') return null;
  const { fill, limit } = count;
  return (
    <div className={styles.root} role="status">
      <Text weight="semibold">{t('meter.pagesOf', { pages: pagesText(fill), limit })}</Text>{' '}
      <Text className={mergeClasses(fullnessOf(count) === 'over' && styles.over)}>
        {linesSentence(count, t)}
      </Text>
    </div>
  );
};
