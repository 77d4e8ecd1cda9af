import {
  Badge,
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Copy20Regular, Edit20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { dayNumber, isCivilDate, shortDate } from '../../../shared/base';
import type { LegalReference, ReferenceConflict } from '../../../shared/model';
import { formatCitation } from '../../../shared/rules';
import { useWords } from '../../i18n';
import { hashOf, notify, resetRecord, saveRecord, standingOf, useLibrary } from '../../state';
import { copyText } from '../../ui';
import { ReferenceDialog } from './reference-dialog';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  cite: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  reading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const dayWords = (date: string): string => (isCivilDate(date) ? shortDate(dayNumber(date)) : date);

export const ReferenceRecord = ({ reference }: { reference: LegalReference }) => {
  const t = useWords();
  const styles = useStyles();
  const { references, standings } = useLibrary();
  const [editing, setEditing] = useState(false);
  const standing = standingOf(standings, 'references', reference.id);
  const unknown = t('library.unknown');
  const fact = (term: string, value: ReactNode) => (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value} lang="vi">
        {value}
      </dd>
    </>
  );
  const cite = (form: 'full' | 'short', label: string) => {
    const { text } = formatCitation(reference, form);
    return (
      <div className={styles.cite}>
        <div>
          <div className={styles.label}>{label}</div>
          <div lang="vi" data-citation={form}>
            {text}
          </div>
        </div>
        <Button
          size="small"
          icon={<Copy20Regular />}
          aria-label={`${t('library.copy')}: ${label}`}
          onClick={async () => {
            const done = await copyText(text);
            notify({
              intent: done ? 'success' : 'error',
              text: done ? t('common.copied') : t('common.copyFailed'),
            });
          }}
        >
          {t('library.copy')}
        </Button>
      </div>
    );
  };
  /** The person decides: the reading becomes the record's own, and the conflict is gone. */
  const decide = async (conflict: ReferenceConflict, value: string): Promise<void> => {
    const conflicts = reference.conflicts.filter((one) => one !== conflict);
    const note = `${reference.note} ${conflict.note}`.trim();
    const done = await saveRecord('references', {
      ...reference,
      [conflict.field]: value,
      conflicts,
      note,
    });
    if (!done.ok) notify({ intent: 'error', text: done.error.message });
  };
  const { validity } = reference;
  return (
    <article className={styles.root} data-reference={reference.id}>
      <div className={styles.badges}>
        <Badge appearance="tint" color={validity.state === 'in-force' ? 'success' : 'warning'}>
          {t(`library.validity_${validity.state}`)}
        </Badge>
        {!reference.verified && (
          <Badge appearance="tint" color="warning">
            {t('library.unverified')}
          </Badge>
        )}
        {standing !== undefined && (
          <Badge appearance="tint" color="brand">
            {standing.own ? t('library.ownRecord') : t('library.editedRecord')}
          </Badge>
        )}
      </div>
      <Text as="h2" size={500} weight="semibold" lang="vi">
        {reference.type} {reference.number ?? reference.title}
      </Text>
      {reference.conflicts.map((conflict) => (
        <MessageBar key={conflict.field} intent="warning" layout="multiline" data-conflict>
          <MessageBarBody>
            <MessageBarTitle>{t('library.conflictTitle')}</MessageBarTitle>
            {conflict.readings.map(({ value, where, wording }) => (
              <div key={value + where} className={styles.reading} lang="vi">
                <strong>{dayWords(value)}</strong>
                <span>
                  {where}
                  {wording === '' ? '' : `: “${wording}”`}
                </span>
                {value === conflict.preferred ? (
                  <Badge appearance="tint" color="brand">
                    {t('library.usedReading')}
                  </Badge>
                ) : null}
                <Button size="small" onClick={() => void decide(conflict, value)}>
                  {t('library.useReading')}
                </Button>
              </div>
            ))}
            <div lang="vi">{conflict.note}</div>
          </MessageBarBody>
        </MessageBar>
      ))}
      {cite('full', t('library.citeFull'))}
      {cite('short', t('library.citeShort'))}
      <dl className={styles.facts}>
        {fact(t('library.number'), reference.number ?? unknown)}
        {fact(t('library.date'), reference.date === null ? unknown : dayWords(reference.date))}
        {fact(t('library.issuer'), reference.issuer ?? unknown)}
        {fact(t('library.subject'), reference.title ?? unknown)}
        {validity.note !== '' && fact(t('library.validity'), validity.note)}
        {reference.replacedBy.length > 0 &&
          fact(
            t('library.replacedBy'),
            reference.replacedBy.map((next) => {
              const record = references.find((one) => one.id === next.reference);
              const name =
                record === undefined ? next.reference : formatCitation(record, 'short').text;
              return (
                <div key={next.reference}>
                  <Link href={hashOf({ screen: 'library', shelf: 'van-ban', id: next.reference })}>
                    {name}
                  </Link>{' '}
                  {!next.verified && `(${t('library.unverified')}) `}
                  {next.note}
                </div>
              );
            }),
          )}
        {reference.variants.length > 0 &&
          fact(t('library.variants'), reference.variants.join('; '))}
        {fact(t('library.knownBy'), t(`library.known_${reference.knownBy}`))}
        {fact(t('library.sources'), reference.sources.join('; '))}
        {reference.note !== '' && fact(t('library.note'), reference.note)}
      </dl>
      <div className={styles.actions}>
        <Button icon={<Edit20Regular />} onClick={() => setEditing(true)}>
          {t('common.edit')}
        </Button>
        {standing !== undefined && !standing.own && (
          <Button appearance="subtle" onClick={() => void resetRecord('references', reference.id)}>
            {t('library.reset')}
          </Button>
        )}
      </div>
      {editing && <ReferenceDialog reference={reference} onClose={() => setEditing(false)} />}
    </article>
  );
};
