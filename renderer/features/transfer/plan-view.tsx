import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PackagePlanRecord } from '../../../shared/ipc';
import { fileSize, relativeTime, useWords } from '../../i18n';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '280px', overflowY: 'auto' },
  item: {
    display: 'grid',
    gap: '2px',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const COLOURS = {
  new: 'success',
  update: 'brand',
  copy: 'warning',
  same: 'subtle',
  older: 'subtle',
} as const;

/** What bringing the file in would do, one line for each thing. */
export const PlanView = ({ plan, now }: { plan: PackagePlanRecord; now: Date }) => {
  const t = useWords();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text className={styles.quiet}>
        {t('transfer.from', {
          time: relativeTime(plan.createdAt, now, t).toLowerCase(),
          version: plan.createdBy,
        })}
      </Text>
      <Text weight="semibold">{t('transfer.plan')}</Text>
      <ul className={styles.list}>
        {plan.proposals.map((proposal) => (
          <li key={proposal.id} className={styles.item} data-action={proposal.action}>
            <span className={styles.name}>
              {proposal.title.trim() === '' ? t('common.untitled') : proposal.title}
            </span>
            <span className={styles.facts}>
              <Badge appearance="tint" color={COLOURS[proposal.action]}>
                {t(`transfer.action_${proposal.action}`)}
              </Badge>
              {t('transfer.facts', {
                revisions: proposal.revisions,
                attachments: proposal.attachments,
              })}
              {proposal.files > 0 && ` · ${t('transfer.files', { files: proposal.files })}`}
            </span>
          </li>
        ))}
      </ul>
      {plan.organisations.length > 0 && (
        <Text>{t('transfer.organisations', { names: plan.organisations.join('; ') })}</Text>
      )}
      {plan.records.length > 0 && (
        <Text>{t('transfer.records', { names: plan.records.join('; ') })}</Text>
      )}
      {plan.attachmentBytes > 0 && (
        <Text>{t('transfer.attachmentBytes', { size: fileSize(plan.attachmentBytes) })}</Text>
      )}
    </div>
  );
};

/** True when the file brings nothing that is not here. */
export const isIdle = ({ proposals, organisations, records }: PackagePlanRecord): boolean =>
  organisations.length === 0 &&
  records.length === 0 &&
  proposals.every(({ action }) => action === 'same' || action === 'older');
