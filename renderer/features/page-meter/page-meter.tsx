import {
  Button,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { pagesText, useWords } from '../../i18n';
import { goToField, useOpenProposal, usePageCount } from '../../state';
import {
  certaintyWords,
  countWords,
  FailureBar,
  fullnessOf,
  fullnessWords,
  linesSentence,
  shortHeading,
} from '../../ui';
import { PageSegments } from './page-segments';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  room: {},
  near: { color: tokens.colorStatusWarningForeground1 },
  over: { color: tokens.colorStatusDangerForeground1 },
  sure: {
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 1100px)': { display: 'none' },
  },
  surface: {
    boxSizing: 'border-box',
    width: 'min(420px, calc(100vw - 32px))',
    maxHeight: 'calc(100vh - 120px)',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  shares: { listStyleType: 'none', margin: 0, padding: 0 },
  share: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '32px 1fr 48px 56px 36px',
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

interface PageMeterProps {
  /** Look of the button in the row it stands in. */
  className: string;
  onPreview: () => void;
  onFit: () => void;
}

/** The count of pages in the status bar, and what is behind it. */
export const PageMeter = ({ className, onPreview, onFit }: PageMeterProps) => {
  const t = useWords();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const template = useOpenProposal((state) => state.template);
  const count = usePageCount();
  const { phase, fill, limit, sections, certainty, failure } = count;
  if (template === null || phase === 'closed' || phase === 'waiting') {
    return <span className={className}>{t('meter.counting')}</span>;
  }
  const fullness = fullnessOf(count);
  const shares = template.sections.flatMap((section) => {
    const share = sections.find((one) => one.section === section.id);
    return share === undefined ? [] : [{ section, share }];
  });
  const most = Math.max(1e-6, ...shares.map(({ share }) => share.share));
  const then = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  return (
    <Popover
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      positioning="above-start"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <button
          type="button"
          className={mergeClasses(className, styles.button)}
          title={t('meter.explain')}
          data-fullness={fullness}
        >
          <span className={styles.strong}>{countWords(count, t)}</span>
          <PageSegments {...{ fill, limit, fullness }} />
          <span className={styles[fullness]}>{fullnessWords(count, t)}</span>
          {phase === 'failed' && <span className={styles.near}>{t('meter.stale')}</span>}
          {phase === 'ready' && certainty !== null && (
            <span className={styles.sure}>{certaintyWords(certainty, t)}</span>
          )}
        </button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('meter.title')}>
        <div className={styles.head}>
          <Text as="h2" size={400} weight="semibold">
            {t('meter.pagesOf', { pages: pagesText(fill), limit })}
          </Text>
          <Text className={styles[fullness]}>{linesSentence(count, t)}</Text>
          {certainty !== null && (
            <Text className={styles.quiet}>
              {[
                certaintyWords(certainty, t),
                ...(certainty.sure
                  ? [t('meter.sureWhy')]
                  : certainty.reasons.map((reason) => t(`meter.reason_${reason}`))),
              ].join('. ')}
              .
            </Text>
          )}
        </div>
        {failure !== null && <FailureBar failure={failure} intent="warning" />}
        <ul className={styles.shares} aria-label={t('meter.shares')}>
          {shares.map(({ section, share }) => (
            <li key={section.id}>
              <button
                type="button"
                className={styles.share}
                onClick={then(() => goToField(section.id))}
              >
                <span className={styles.quiet}>{section.numeral}</span>
                <span className={styles.name} lang="vi">
                  {shortHeading(section.heading)}
                </span>
                <span className={styles.track} aria-hidden="true">
                  <span
                    className={styles.bar}
                    style={{ width: `${(share.share / most) * 100}%` }}
                  />
                </span>
                <span className={styles.number}>{t('meter.lines', { lines: share.lines })}</span>
                <span className={mergeClasses(styles.number, styles.quiet)}>
                  {t('outline.share', { percent: Math.round(share.share * 100) })}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div className={styles.actions}>
          <Button size="small" onClick={then(onFit)}>
            {t('workspace.fit', { limit })}
          </Button>
          <Button size="small" onClick={then(onPreview)}>
            {t('workspace.preview')}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
};
