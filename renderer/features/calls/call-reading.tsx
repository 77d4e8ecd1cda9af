import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { dateWords, useWords } from '../../i18n';
import type { CallEntry } from '../../state';
import { OrientationTree, PAPER_FACE } from '../../ui';
import { CallWarnings } from './call-warnings';
import { Card } from './card';
import { DeadlineCard } from './deadline-card';
import { DossierCard } from './dossier-card';
import { RecipientsCard } from './recipients-card';
import { ReferencesCard } from './references-card';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    maxWidth: '880px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXL} clamp(16px, 3vw, 40px) ${tokens.spacingVerticalXXXL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(130px, max-content) 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 720px)': { gridTemplateColumns: '1fr' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  plain: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalXS },
  was: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  sheet: {
    fontFamily: PAPER_FACE,
    fontSize: '17px',
    lineHeight: '1.5',
    textAlign: 'justify',
    userSelect: 'text',
    '& p': { margin: `0 0 ${tokens.spacingVerticalS}` },
  },
});

interface CallReadingProps {
  entry: CallEntry;
  actions: ReactNode;
  /** 'Bạn đã sửa …' where it differs from what its pack brought. */
  standing: string;
}

/** Everything a call says, what follows from it, and the letter itself word for word. */
export const CallReading = ({ entry, actions, standing }: CallReadingProps) => {
  const t = useWords();
  const styles = useStyles();
  const { call } = entry;
  const [mended, setMended] = useState(false);
  const fact = (term: string, value: ReactNode) => (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value} lang="vi">
        {value}
      </dd>
    </>
  );
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 && (
      <Card title={title}>
        <ul className={styles.plain} lang="vi">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    );
  return (
    <article className={styles.root}>
      <header className={styles.head}>
        <div className={styles.badges}>
          <Badge appearance="tint" color="informative">
            {t(`calls.level_${call.level}`)}
          </Badge>
          {call.round !== null && (
            <Badge appearance="tint" color="informative">
              {t('calls.round', { round: call.round })}
            </Badge>
          )}
          {standing !== '' && (
            <Badge appearance="tint" color="brand">
              {standing}
            </Badge>
          )}
        </div>
        <Text as="h2" size={500} weight="semibold" lang="vi">
          {call.title}
        </Text>
        <div>{actions}</div>
      </header>
      <DeadlineCard entry={entry} />
      <CallWarnings call={call} />
      <DossierCard call={call} />
      <RecipientsCard entry={entry} />
      {call.orientations.length > 0 && (
        <Card title={t('calls.orientations')}>
          <OrientationTree orientations={call.orientations} />
        </Card>
      )}
      {list(t('calls.requirements'), call.requirements)}
      {list(t('calls.priorities'), call.priorities)}
      <ReferencesCard call={call} />
      <Card title={t('calls.facts')}>
        <dl className={styles.facts}>
          {fact(t('calls.number'), <span>{call.number ?? t('calls.noNumber')}</span>)}
          {fact(
            t('calls.date'),
            <span>
              {dateWords(call.date)}
              {call.date.length === 7 && ` (${t('calls.dayUnknown')})`}
            </span>,
          )}
          {fact(t('calls.issuer'), <span>{call.issuer}</span>)}
          {fact(t('calls.programme'), <span>{call.programme}</span>)}
          {call.addressees.length > 0 &&
            fact(
              t('calls.addressees'),
              call.addressees.map((line) => <span key={line}>{line}</span>),
            )}
          {call.portals.length > 0 &&
            fact(
              t('calls.portals'),
              call.portals.map((portal) => <span key={portal}>{portal}</span>),
            )}
          {call.source !== '' && fact(t('calls.source'), <span>{call.source}</span>)}
        </dl>
      </Card>
      {call.unknowns.length > 0 && (
        <Card title={t('calls.unknowns')}>
          <ul className={styles.plain} lang="vi">
            {call.unknowns.map(({ what, note }) => (
              <li key={what}>
                <strong>{what}</strong>
                {note === '' ? '' : `: ${note}`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {call.letter.length > 0 && (
        <Card title={t('calls.letter')}>
          <div className={styles.sheet} lang="vi" data-letter>
            {call.letter.map((paragraph, index) => (
              // A letter is fixed text: its paragraphs never move.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </Card>
      )}
      {call.corrections.length > 0 && (
        <Card
          title={t('calls.corrections', { count: call.corrections.length })}
          action={
            <Button
              size="small"
              appearance="subtle"
              icon={mended ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
              aria-expanded={mended}
              onClick={() => setMended(!mended)}
            >
              {mended ? t('calls.hideCorrections') : t('calls.showCorrections')}
            </Button>
          }
        >
          {mended && (
            <ul className={styles.plain} lang="vi">
              {call.corrections.map(({ original, corrected }) => (
                <li key={original + corrected}>
                  <span className={styles.was}>{original}</span> → {corrected}
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
    </article>
  );
};
