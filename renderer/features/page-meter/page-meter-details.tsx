import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { pagesText, useWords } from '../../i18n';
import { goToField, growthOf, useMilestone, useOpenProposal, usePageCount } from '../../state';
import { certaintyWords, FailureBar, fullnessOf, linesSentence, shortHeading } from '../../ui';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  room: {},
  near: { color: tokens.colorStatusWarningForeground1 },
  over: { color: tokens.colorStatusDangerForeground1 },
  shares: { listStyleType: 'none', margin: 0, padding: 0 },
  share: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '32px 1fr 40px 28px 56px 36px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '28px',
    padding: `2px ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  number: { textAlign: 'right' },
  growth: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  track: {
    height: '4px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  bar: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** '+3', '−2', '' for no change; the sign is the real minus, as wide as the plus. */
const signed = (lines: number): string =>
  lines === 0 ? '' : `${lines > 0 ? '+' : '−'}${Math.abs(lines)}`;

interface PageMeterDetailsProps {
  onPreview: () => void;
  onFit: () => void;
  /** Somewhere else is gone to; nothing of this is needed any more. */
  onLeave: () => void;
}

/** What is behind the count: lines left or over, how sure it is, which part takes how much. */
export const PageMeterDetails = ({ onPreview, onFit, onLeave }: PageMeterDetailsProps) => {
  const t = useWords();
  const styles = useStyles();
  const milestone = useMilestone();
  const template = useOpenProposal((state) => state.template);
  const count = usePageCount();
  if (template === null) return null;
  const { fill, limit, sections, certainty, failure } = count;
  const shares = template.sections.flatMap((section) => {
    const share = sections.find((one) => one.section === section.id);
    return share === undefined ? [] : [{ section, share }];
  });
  const most = Math.max(1e-6, ...shares.map(({ share }) => share.share));
  const hasGrown = shares.some(({ share }) => growthOf(share, milestone) !== 0);
  const why = () =>
    certainty === null
      ? []
      : [
          certaintyWords(certainty, t),
          ...(certainty.sure
            ? [t('meter.sureWhy')]
            : certainty.reasons.map((reason) => t(`meter.reason_${reason}`))),
        ];
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold">
          {t('meter.pagesOf', { pages: pagesText(fill), limit })}
        </Text>
        <Text className={styles[fullnessOf(count)]}>{linesSentence(count, t)}</Text>
        {certainty !== null && <Text className={styles.quiet}>{why().join('. ')}.</Text>}
      </div>
      {failure !== null && <FailureBar failure={failure} intent="warning" />}
      <ul className={styles.shares} aria-label={t('meter.shares')}>
        {shares.map(({ section, share }) => (
          <li key={section.id}>
            <button
              type="button"
              className={styles.share}
              onClick={() => {
                onLeave();
                goToField(section.id);
              }}
            >
              <span className={styles.quiet}>{section.numeral}</span>
              <span className={styles.name} lang="vi">
                {shortHeading(section.heading)}
              </span>
              <span className={styles.track} aria-hidden="true">
                <span className={styles.bar} style={{ width: `${(share.share / most) * 100}%` }} />
              </span>
              <span className={mergeClasses(styles.number, styles.growth)}>
                {signed(growthOf(share, milestone))}
              </span>
              <span className={styles.number}>{t('meter.lines', { lines: share.lines })}</span>
              <span className={mergeClasses(styles.number, styles.quiet)}>
                {t('outline.share', { percent: Math.round(share.share * 100) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hasGrown && (
        <Text size={200} className={styles.quiet}>
          {t('meter.growth')}
        </Text>
      )}
      <div className={styles.actions}>
        <Button size="small" onClick={onFit}>
          {t('workspace.fit', { limit })}
        </Button>
        <Button size="small" onClick={onPreview}>
          {t('workspace.preview')}
        </Button>
      </div>
    </div>
  );
};
