import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  Dismiss20Regular,
  ErrorCircle20Filled,
  Info20Filled,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useWords } from '../../i18n';
import { dismissNotice, NOTICE_MS, type Notice, useNotices } from '../../state';

const useStyles = makeStyles({
  stack: {
    position: 'fixed',
    insetBlockEnd: '44px',
    insetInline: 0,
    zIndex: 1_000_000,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    pointerEvents: 'none',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  notice: {
    pointerEvents: 'auto',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    maxWidth: 'min(640px, calc(100vw - 32px))',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForegroundInverted,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, display: 'inline-flex' },
  link: {
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundInverted,
    ':hover': { color: tokens.colorBrandForegroundInvertedHover },
  },
  close: {
    flexShrink: 0,
    color: tokens.colorNeutralForegroundInverted,
    ':hover': { color: tokens.colorNeutralForegroundInverted, backgroundColor: 'transparent' },
  },
});

const ICONS = {
  success: <CheckmarkCircle20Filled />,
  error: <ErrorCircle20Filled />,
  info: <Info20Filled />,
} as const;

/** Waits while the mouse or the focus is on it: what one is about to click must not go away. */
const NoticeLine = ({ notice }: { notice: Notice }) => {
  const t = useWords();
  const styles = useStyles();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissNotice(notice.id), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [held, notice.id]);
  return (
    <li
      className={styles.notice}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.icon} aria-hidden="true">
        {ICONS[notice.intent]}
      </span>
      <span className={styles.text}>{notice.text}</span>
      {notice.action !== undefined && (
        <Link
          as="button"
          className={styles.link}
          onClick={() => {
            notice.action?.run();
            dismissNotice(notice.id);
          }}
        >
          {notice.action.label}
        </Link>
      )}
      <Button
        className={styles.close}
        appearance="transparent"
        size="small"
        icon={<Dismiss20Regular />}
        aria-label={t('toast.dismiss')}
        onClick={() => dismissNotice(notice.id)}
      />
    </li>
  );
};

export const NoticeStack = () => {
  const t = useWords();
  const styles = useStyles();
  const { notices } = useNotices();
  return (
    <ul className={styles.stack} aria-label={t('toast.label')} aria-live="polite">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </ul>
  );
};
