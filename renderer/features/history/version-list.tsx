import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { BookmarkFilled, LockClosedFilled } from '@fluentui/react-icons';
import type { RevisionRecord } from '../../../shared/ipc';
import { relativeTime, useWords, wholeNumber } from '../../i18n';
import { versionName } from './version-name';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  item: {
    boxSizing: 'border-box',
    display: 'grid',
    gap: '2px',
    width: '100%',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    cursor: 'pointer',
    // A thousand versions: what is not seen is not laid out.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 48px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  },
  chosen: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    borderInlineStartColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  mark: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface VersionListProps {
  versions: readonly RevisionRecord[];
  chosen: number | null;
  now: Date;
  onChoose: (number: number) => void;
}

const growth = (version: RevisionRecord, before: RevisionRecord | undefined): number =>
  version.size - (before?.size ?? 0);

/** Newest first, by time; milestones carry their names. */
export const VersionList = ({ versions, chosen, now, onChoose }: VersionListProps) => {
  const t = useWords();
  const styles = useStyles();
  const change = (version: RevisionRecord, at: number): string => {
    const size = growth(version, versions[at + 1]);
    if (size === 0) return '';
    const words = { size: wholeNumber(Math.abs(size)) };
    return size > 0 ? t('history.grew', words) : t('history.shrank', words);
  };
  return (
    <ol className={styles.list} aria-label={t('history.versions')}>
      {versions.map((version, at) => (
        <li key={version.number}>
          <button
            type="button"
            className={mergeClasses(styles.item, chosen === version.number && styles.chosen)}
            aria-pressed={chosen === version.number}
            disabled={!version.kept}
            data-version={version.number}
            onClick={() => onChoose(version.number)}
          >
            <span className={styles.name}>
              {version.kind === 'milestone' && version.name !== '' && (
                <BookmarkFilled className={styles.mark} aria-label={t('history.kind_milestone')} />
              )}
              {version.kind === 'frozen' && (
                <LockClosedFilled className={styles.mark} aria-label={t('history.kind_frozen')} />
              )}
              <span className={styles.words}>{versionName(version, t)}</span>
              {!version.kept && <Badge appearance="outline">{t('history.thinned')}</Badge>}
            </span>
            <Text className={styles.quiet}>
              {[
                relativeTime(version.at, now, t),
                t('history.number', { number: version.number }),
                change(version, at),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Text>
          </button>
        </li>
      ))}
    </ol>
  );
};
