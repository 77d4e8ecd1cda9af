import {
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { memo, useEffect, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useWords } from '../../i18n';
import { usePageCount } from '../../state';
import { announce, certaintyWords, countWords, fullnessOf, fullnessWords } from '../../ui';
import { PageMeterDetails } from './page-meter-details';
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
    maxHeight: 'calc(100vh - 56px)',
    overflowY: 'auto',
  },
});

interface PageMeterProps {
  /** Look of the button in the row it stands in. */
  className: string;
  onPreview: () => void;
  onFit: () => void;
}

const Meter = ({ className, onPreview, onFit }: PageMeterProps) => {
  const t = useWords();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  // Not the pages themselves: they come later than the count and would draw this a second time.
  const count = usePageCount(
    useShallow(({ phase, fill, pages, limit, room, certainty }) => ({
      phase,
      fill,
      pages,
      limit,
      room,
      certainty,
    })),
  );
  const { phase, fill, limit, certainty } = count;
  const isCounted = phase === 'ready' || phase === 'failed';
  const fullness = fullnessOf(count);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!isCounted) return;
    // Said when it changes, not at each key; and not for what one finds when opening a proposal.
    if (told.current !== null && told.current !== fullness) announce(fullnessWords(count, t));
    told.current = fullness;
  });
  if (!isCounted) return <span className={className}>{t('meter.counting')}</span>;
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
        <PageMeterDetails
          onPreview={then(onPreview)}
          onFit={then(onFit)}
          onLeave={() => setOpen(false)}
        />
      </PopoverSurface>
    </Popover>
  );
};

/** The count of pages in the status bar, and what is behind it; its neighbours change at other times. */
export const PageMeter = memo(Meter);
