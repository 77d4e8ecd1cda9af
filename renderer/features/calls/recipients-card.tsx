import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Call } from '../../../shared/model';
import { momentWords, useWords } from '../../i18n';
import type { CallEntry } from '../../state';
import { Card } from './card';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const hoursText = ({ hours }: Call['recipients'][number]): string | null =>
  hours === null
    ? null
    : `${hours.morning.from}–${hours.morning.to}, ${hours.afternoon.from}–${hours.afternoon.to}`;

/** Who takes the papers in, where, when, until when; and whom to ask. */
export const RecipientsCard = ({ entry: { call, report } }: { entry: CallEntry }) => {
  const t = useWords();
  const styles = useStyles();
  const several = new Set(call.recipients.map(({ step }) => step)).size > 1;
  return (
    <Card title={t('calls.recipient')}>
      {call.recipients.map((recipient, index) => {
        const effective = report?.recipients[index]?.effectiveDeadline;
        return (
          <div key={`${recipient.name}${recipient.step}`} className={styles.item} lang="vi">
            <span className={styles.name}>
              {several ? `${t('calls.step', { step: recipient.step })}: ` : ''}
              {recipient.name}
            </span>
            <span>{recipient.address === '' ? t('calls.unknown') : recipient.address}</span>
            {recipient.email !== '' && <span>{recipient.email}</span>}
            <span className={styles.quiet}>
              {t('calls.hours')} {hoursText(recipient) ?? t('calls.hoursUnknown')}
            </span>
            {recipient.sender !== '' && (
              <span className={styles.quiet}>
                {t('calls.sender')} {recipient.sender}
              </span>
            )}
            {recipient.deadline !== null && <span>“{recipient.deadline.wording}”</span>}
            {effective !== undefined && (
              <span>{t('calls.effectiveThere', { moment: momentWords(effective.at) })}</span>
            )}
            {recipient.note !== '' && <span className={styles.quiet}>{recipient.note}</span>}
          </div>
        );
      })}
      <Text as="h4" weight="semibold">
        {t('calls.contact')}
      </Text>
      {call.contacts.length === 0 && <Text className={styles.quiet}>{t('calls.unknown')}</Text>}
      {call.contacts.map(({ name, position, phone, email }) => (
        <div key={`${name}${phone}`} lang="vi">
          <div className={styles.name}>{name}</div>
          <div>{position}</div>
          <div>{[phone, email].filter((part) => part !== '').join(' · ')}</div>
        </div>
      ))}
    </Card>
  );
};
