import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { vietnameseNumber } from '../../../shared/base';
import { momentWords, useWords } from '../../i18n';
import { type CallEntry, useLibrary } from '../../state';
import { Card } from './card';
import { DeadlineSettingsDialog } from './deadline-settings-dialog';
import { StateBadge } from './state-badge';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  effective: { backgroundColor: tokens.colorBrandBackground2 },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  moment: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  chain: { listStyleType: 'none', margin: 0, padding: 0 },
  link: {
    position: 'relative',
    paddingInlineStart: '24px',
    paddingBottom: tokens.spacingVerticalS,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '4px',
      top: '6px',
      width: '9px',
      height: '9px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandBackground,
    },
    ':not(:last-child)::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '8px',
      top: '18px',
      bottom: '-4px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
  },
  doubtful: { '::before': { backgroundColor: tokens.colorPaletteMarigoldBackground3 } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const DOUBTS: ReadonlySet<string> = new Set(['calendar-unverified', 'calendar-missing']);

/** What the letter says beside the last moment that is really left, and why. */
export const DeadlineCard = ({ entry: { call, report } }: { entry: CallEntry }) => {
  const t = useWords();
  const styles = useStyles();
  const settings = useLibrary((state) => state.settings);
  const [editing, setEditing] = useState(false);
  const days = (value: number): string => vietnameseNumber(value);
  return (
    <Card title={t('calls.deadlineTitle')} action={<StateBadge report={report} />}>
      <div className={styles.pair}>
        <div className={styles.side}>
          <span className={styles.label}>{t('calls.deadline')}</span>
          <span className={styles.moment} lang="vi">
            “{call.deadline.wording}”
          </span>
        </div>
        <div className={mergeClasses(styles.side, styles.effective)} data-effective-deadline>
          <span className={styles.label}>{t('calls.effective')}</span>
          {report === null ? (
            <span>{t('calls.noEffective')}</span>
          ) : (
            <>
              <span className={styles.moment} lang="vi">
                {momentWords(report.effectiveDeadline.at)}
              </span>
              <span lang="vi">
                {t('calls.printReady', {
                  moment: momentWords(report.effectiveDeadline.printReadyBy),
                })}
              </span>
            </>
          )}
        </div>
      </div>
      {report?.state !== null && report?.state !== undefined && (
        <Text lang="vi">{report.state.sentence}</Text>
      )}
      {report !== null && (
        <ol className={styles.chain} aria-label={t('calls.reasons')} lang="vi">
          {report.effectiveDeadline.reasons.map(({ code, sentence }) => (
            <li
              key={code + sentence}
              className={mergeClasses(styles.link, DOUBTS.has(code) && styles.doubtful)}
            >
              {sentence}
            </li>
          ))}
        </ol>
      )}
      <div>
        <Text className={styles.quiet}>
          {t('calls.ownDays', {
            signing: days(settings.signingDays),
            sealing: days(settings.sealingDays),
            travel: days(settings.travelDays),
          })}
        </Text>{' '}
        <Button
          size="small"
          appearance="subtle"
          icon={<Settings20Regular />}
          onClick={() => setEditing(true)}
        >
          {t('calls.changeDays')}
        </Button>
      </div>
      {editing && <DeadlineSettingsDialog onClose={() => setEditing(false)} />}
    </Card>
  );
};
