import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Call } from '../../../shared/model';
import { useWords } from '../../i18n';
import { PAPER_FACE } from '../../ui';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    maxWidth: '820px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXL} clamp(16px, 3vw, 40px) ${tokens.spacingVerticalXXXL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, max-content) 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 720px)': { gridTemplateColumns: '1fr' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXXS },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  sheet: {
    padding: `${tokens.spacingVerticalXXL} clamp(16px, 4vw, 48px)`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: PAPER_FACE,
    fontSize: '17px',
    lineHeight: '1.5',
    textAlign: 'justify',
    '& p': { margin: `0 0 ${tokens.spacingVerticalS}` },
  },
});

interface CallReadingProps {
  call: Call;
  date: string;
  actions: ReactNode;
}

/** What a call says, in short and in full; the letter's words stay as they are. */
export const CallReading = ({ call, date, actions }: CallReadingProps) => {
  const t = useWords();
  const styles = useStyles();
  const fact = (term: string, value: ReactNode) => (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
  return (
    <article className={styles.root}>
      <Text as="h2" size={500} weight="semibold">
        {call.title}
      </Text>
      <div>{actions}</div>
      {call.cautions.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <strong>{t('calls.cautions')}</strong>
            {call.cautions.map((caution) => (
              <div key={caution}>{caution}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      <dl className={styles.facts} aria-label={t('calls.facts')}>
        {fact(t('calls.deadline'), <span className={styles.strong}>{call.deadline.wording}</span>)}
        {fact(t('calls.number'), <span>{call.number ?? t('calls.noNumber')}</span>)}
        {fact(t('calls.date'), <span>{date}</span>)}
        {fact(t('calls.issuer'), <span>{call.issuer}</span>)}
        {fact(t('calls.programme'), <span>{call.programme}</span>)}
        {fact(
          t('calls.recipient'),
          call.recipients.map(({ name, address, note, deadline }) => (
            <div key={`${name}${address}`}>
              <div className={styles.strong}>{name}</div>
              <div>{address}</div>
              {deadline !== null && <div>{deadline.wording}</div>}
              {note !== '' && <div className={styles.quiet}>{note}</div>}
            </div>
          )),
        )}
        {call.contacts.length > 0 &&
          fact(
            t('calls.contact'),
            call.contacts.map(({ name, position, phone, email }) => (
              <div key={`${name}${phone}`}>
                <div className={styles.strong}>{name}</div>
                <div>{position}</div>
                <div>{[phone, email].filter((part) => part !== '').join(' · ')}</div>
              </div>
            )),
          )}
        {call.portals.length > 0 &&
          fact(
            t('calls.portals'),
            call.portals.map((portal) => <span key={portal}>{portal}</span>),
          )}
      </dl>
      <Text as="h3" size={400} weight="semibold">
        {t('calls.letter')}
      </Text>
      <div className={styles.sheet} lang="vi">
        {call.letter.map((paragraph, index) => (
          // A letter is fixed text: its paragraphs never move.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </article>
  );
};
