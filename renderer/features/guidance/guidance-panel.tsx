import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { momentWords, useWords } from '../../i18n';
import { hashOf, useCallEntries, useOpenProposal } from '../../state';
import { shortHeading } from '../../ui';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    height: '100%',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXL}`,
  },
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  official: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'pre-line',
  },
  advice: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
    whiteSpace: 'pre-line',
  },
  label: {
    display: 'block',
    marginBottom: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  facts: { margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What the form and the call say about the part that is being written. */
export const GuidancePanel = ({ section: id }: { section: string | null }) => {
  const t = useWords();
  const styles = useStyles();
  const { template, call } = useOpenProposal(
    useShallow((state) => ({ template: state.template, call: state.call })),
  );
  const report = useCallEntries().find((entry) => entry.call.id === call?.id)?.report ?? null;
  const section = template?.sections.find((one) => one.id === id) ?? template?.sections[0];
  if (template === null || section === undefined) return null;
  const fact = (term: string, value: ReactNode) => (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value} lang="vi">
        {value}
      </dd>
    </div>
  );
  return (
    <div className={styles.root}>
      <section className={styles.block}>
        <Text as="h3" size={400} weight="semibold" lang="vi">
          {section.numeral}. {shortHeading(section.heading)}
        </Text>
        {section.guidance === '' ? (
          <Text className={styles.quiet}>{t('section.noGuidance')}</Text>
        ) : (
          <div className={styles.official} lang="vi">
            <span className={styles.label}>{t('section.official')}</span>
            {section.guidance}
          </div>
        )}
        {section.advice !== '' && (
          <div className={styles.advice} lang="vi">
            <span className={styles.label}>{t('section.advice')}</span>
            {section.advice}
          </div>
        )}
      </section>
      <section className={styles.block}>
        <Text as="h3" size={400} weight="semibold">
          {t('guidance.form')}
        </Text>
        <dl className={styles.facts}>
          {fact(t('guidance.formTitle'), template.title)}
          {fact(t('guidance.limit'), t('workspace.pageLimit', { max: template.pageLimit.max }))}
          {template.standing !== '' && fact(t('guidance.standing'), template.standing)}
          {template.source !== '' && fact(t('guidance.source'), template.source)}
        </dl>
      </section>
      {call !== null && (
        <section className={styles.block}>
          <Text as="h3" size={400} weight="semibold">
            {t('guidance.call')}
          </Text>
          <dl className={styles.facts}>
            {fact(t('calls.deadline'), call.deadline.wording)}
            {report !== null &&
              fact(t('calls.effective'), momentWords(report.effectiveDeadline.at))}
            {call.recipients.map((recipient) => (
              <div key={`${recipient.name}${recipient.address}`}>
                <dt className={styles.term}>{t('calls.recipient')}</dt>
                <dd className={styles.value} lang="vi">
                  {recipient.name}, {recipient.address}
                </dd>
              </div>
            ))}
          </dl>
          <Link href={hashOf({ screen: 'calls', id: call.id })}>{t('guidance.readCall')}</Link>
        </section>
      )}
    </div>
  );
};
